-- Days that are to be computed again although nothing new came: everybody's, as far as they are open.

INSERT OR IGNORE INTO touched
SELECT person_id, day::DATE
FROM person
CROSS JOIN generate_series(getvariable('first_day')::DATE, getvariable('last_day')::DATE, INTERVAL 1 DAY) AS days (day)
WHERE day - INTERVAL 14 HOURS >= getvariable('closed_before')::TIMESTAMP;
