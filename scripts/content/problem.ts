/** What stands in the way of a piece, and where. */
export interface Problem {
  /** Path as it was given, relative to where the command ran. */
  file: string;
  /** 1 is the first line of the file. */
  line: number;
  /** What is wrong and what to write instead, as whole sentences. */
  message: string;
}
