/** SQLite files, read and written in memory by SQLite itself, compiled to WebAssembly. */
import initSqlJs from 'sql.js';
import type { Database, SqlJsStatic } from 'sql.js';
import { Failure } from '../../core/base/failure.ts';
import { cutText, sanitizeLine } from '../../core/base/sanitize.ts';
import { damaged, tooLarge } from './limits.ts';

/** A value of a column. Whole numbers are exact up to 2^53. */
export type SqlValue = number | string | Uint8Array | null;

/** The tables of a database that somebody else wrote. Only what is a plain table is there: a view could run for ever. */
export interface Tables {
  /** Columns of a table; `[]` where there is none of the name. */
  readonly columns: (table: string) => readonly string[];
  /**
   * The rows of a table, with the named columns; a column that it lacks is `null`.
   * @param most rows it may have
   * @throws Failure where it has more or is damaged
   */
  readonly rows: (
    table: string,
    columns: readonly string[],
    most: number,
  ) => Generator<readonly SqlValue[], void, void>;
  readonly close: () => void;
}

/**
 * Tables without row ids cannot even be read where one of their columns is compared in a way that SQLite does not have
 * (measured: "no query solution"), and Anki has its own. In this copy of the database it becomes one that SQLite has:
 * the order of indices is wrong then, and nobody uses it.
 */
const KNOWN_COLLATIONS = `pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, 'unicase', 'nocase') where sql like '%unicase%';
pragma writable_schema = reset`;

let loading: Promise<SqlJsStatic> | undefined;

/** SQLite; what it needs lies beside its code. */
const loadSqlite = (): Promise<SqlJsStatic> => (loading ??= initSqlJs());

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The names in the first column of a query. */
const namesOf = (database: Database, query: string, ...values: readonly string[]): readonly string[] =>
  (database.exec(query, [...values])[0]?.values ?? []).map(([name]) => String(name));

/**
 * Opens a database that lies in memory.
 * @param place how the file is called in messages
 * @throws Failure where it is no SQLite database or is damaged
 */
export const openTables = async (bytes: Uint8Array, place: string): Promise<Tables> => {
  const sqlite = await loadSqlite();
  const fail = (error: unknown): Failure =>
    error instanceof Failure
      ? error
      : damaged(
          `The database is damaged or none of SQLite: ${sanitizeLine(cutText(reasonOf(error), 200))}`,
          place,
        );
  const database = new sqlite.Database(bytes);
  let tables: ReadonlySet<string>;
  try {
    // Functions that a foreign schema names are not run.
    database.run('pragma trusted_schema = off; pragma cell_size_check = on');
    database.run(KNOWN_COLLATIONS);
    tables = new Set(
      namesOf(
        database,
        `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'`,
      ),
    );
  } catch (error) {
    database.close();
    throw fail(error);
  }
  const columns = (table: string): readonly string[] => {
    if (!tables.has(table)) return [];
    try {
      return namesOf(database, 'select name from pragma_table_info(?)', table);
    } catch (error) {
      throw fail(error);
    }
  };
  return {
    columns,
    *rows(table, wanted, most) {
      const has = new Set(columns(table));
      if (has.size === 0) return;
      const list = wanted.map(name => (has.has(name) ? quotedName(name) : 'null'));
      let count = 0;
      let statement;
      try {
        statement = database.prepare(`select ${list.join(', ')} from ${quotedName(table)}`);
        while (statement.step()) {
          if (++count > most)
            throw tooLarge(`The table ${table}`, `${most.toLocaleString('en-US')} rows`, place);
          yield statement.get();
        }
      } catch (error) {
        throw fail(error);
      } finally {
        statement?.free();
      }
    },
    close: () => database.close(),
  };
};

/** A table to be written: its statements of SQL and its rows, each with a value for every column. */
interface NewTable {
  readonly name: string;
  readonly rows: Iterable<readonly SqlValue[]>;
}

/**
 * A database file.
 * @param schema statements that make its tables
 */
export const writeTables = async (schema: string, tables: readonly NewTable[]): Promise<Uint8Array> => {
  const sqlite = await loadSqlite();
  const database = new sqlite.Database();
  try {
    database.run(`begin; ${schema}`);
    for (const { name, rows } of tables) {
      let statement;
      for (const row of rows) {
        statement ??= database.prepare(
          `insert into ${quotedName(name)} values (${row.map(() => '?').join()})`,
        );
        statement.run([...row]);
      }
      statement?.free();
    }
    database.run('commit');
    return database.export();
  } finally {
    database.close();
  }
};
