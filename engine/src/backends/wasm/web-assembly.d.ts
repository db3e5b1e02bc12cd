/** What the engine uses of WebAssembly's JavaScript interface; TypeScript declares it only together with the whole DOM. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>

  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>)
  }

  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Readonly<Record<string, unknown>>
  }

  class Memory {
    constructor(descriptor: { initial: number; maximum: number; shared: true })
    readonly buffer: SharedArrayBuffer
    /** Pages before; throws a `RangeError` where there is no more. */
    grow(pages: number): number
  }

  function validate(bytes: Uint8Array<ArrayBuffer>): boolean
}
