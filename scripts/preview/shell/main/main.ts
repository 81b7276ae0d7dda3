export function start(): void {
  document.body.textContent = 'started';
}
