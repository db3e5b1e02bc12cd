/** The WASM instructions the kernels are made of, by the names of the specification. SIMD ones follow the 0xfd prefix. */
export const control = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  br_if: 0x0d,
  return: 0x0f,
  call: 0x10,
  call_indirect: 0x11,
  select: 0x1b,
  local_get: 0x20,
  local_set: 0x21,
  local_tee: 0x22,
} as const

export const i32 = {
  load: 0x28,
  const: 0x41,
  eqz: 0x45,
  lt_u: 0x49,
  add: 0x6a,
  and: 0x71,
  shl: 0x74,
  shr_u: 0x76,
} as const

export const f64 = {
  load: 0x2b,
  store: 0x39,
  const: 0x44,
  lt: 0x63,
  add: 0xa0,
} as const

export const v128 = {
  load: 0x00,
  load64_splat: 0x0a,
  store: 0x0b,
  const: 0x0c,
  and: 0x4e,
  not: 0x4d,
  or: 0x50,
  bitselect: 0x52,
  load64_lane: 0x57,
  load64_zero: 0x5d,
} as const

export const f64x2 = {
  splat: 0x14,
  extract_lane: 0x21,
  replace_lane: 0x22,
  eq: 0x47,
  ne: 0x48,
  lt: 0x49,
  gt: 0x4a,
  le: 0x4b,
  ge: 0x4c,
  ceil: 0x74,
  floor: 0x75,
  trunc: 0x7a,
  nearest: 0x94,
  abs: 0xec,
  neg: 0xed,
  sqrt: 0xef,
  add: 0xf0,
  sub: 0xf1,
  mul: 0xf2,
  div: 0xf3,
  pmin: 0xf6,
  pmax: 0xf7,
} as const

export const i32x4 = {
  splat: 0x11,
  extract_lane: 0x1b,
  shl: 0xab,
  min_s: 0xb6,
  max_s: 0xb8,
  trunc_sat_f64x2_s_zero: 0xfc,
} as const

export const valueType = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
