/** Variables of a country population as a table to be written: one row a record, in the population's order. */
import type { CountryColumns } from '../../country/index.ts'
import type { Table, TableColumn } from '../table/table.ts'

export function countryTable({ rows, ids, columns, types, enums }: CountryColumns): Table {
  return {
    rows: ids.length,
    columns: [
      identifiers(`${rows}_id`, Array.from(ids)),
      ...[...columns].map(([title, values]): TableColumn => {
        const type = types[title]!
        const names = enums[type]
        if (names) return { title, kind: 'category', values, names }
        return { title, kind: type === 'bool' || type === 'integer' ? type : 'number', values }
      }),
    ],
  }
}

function identifiers(title: string, ids: readonly (string | number)[]): TableColumn {
  if (ids.every(id => typeof id === 'number'))
    return { title, kind: ids.every(Number.isInteger) ? 'integer' : 'number', values: Float64Array.from(ids) }
  const names = [...new Set(ids.map(String))]
  const places = new Map(names.map((name, place) => [name, place]))
  return { title, kind: 'category', names, values: Float64Array.from(ids, id => places.get(String(id))!) }
}
