/** A file that cannot be read; `key` is that of a sentence for the reader. */
export class FileProblem extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}
