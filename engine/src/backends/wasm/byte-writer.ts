/** A growing run of bytes in WASM's encodings: LEB128 integers, little-endian f64, length-prefixed names and sections. */
export class ByteWriter {
  #bytes: Uint8Array
  #view: DataView
  length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
    this.#view = new DataView(this.#bytes.buffer)
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.length++] = value
  }

  /** Unsigned LEB128, below 2³². */
  unsigned(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** Signed LEB128 of a 32-bit integer. */
  signed(value: number): void {
    let rest = value | 0
    for (;;) {
      const low = rest & 127
      rest >>= 7
      const last = (rest === 0 && !(low & 64)) || (rest === -1 && !!(low & 64))
      this.byte(last ? low : low | 128)
      if (last) return
    }
  }

  float64(value: number): void {
    this.#grow(8)
    this.#view.setFloat64(this.length, value, true)
    this.length += 8
  }

  bytes(values: Uint8Array | readonly number[]): void {
    this.#grow(values.length)
    this.#bytes.set(values, this.length)
    this.length += values.length
  }

  /** ASCII names only. */
  name(text: string): void {
    this.unsigned(text.length)
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i))
  }

  /** `body`'s bytes after their number. */
  sized(body: ByteWriter): void {
    this.unsigned(body.length)
    this.bytes(body.toBytes())
  }

  section(id: number, write: (body: ByteWriter) => void): void {
    const body = new ByteWriter()
    write(body)
    this.byte(id)
    this.sized(body)
  }

  /** A view, valid until more is written. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer as ArrayBuffer, 0, this.length)
  }

  #grow(by: number): void {
    if (this.length + by <= this.#bytes.length) return
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + by))
    wider.set(this.#bytes)
    this.#bytes = wider
    this.#view = new DataView(wider.buffer)
  }
}
