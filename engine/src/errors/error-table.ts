/**
 * Every error a user can meet: its code, what it says, and what to do about it.
 *
 * `docs/errors.md` is kept equal to this table by a test. `{name}` placeholders are filled from the details
 * given to `ReformlabError`.
 */
export const errorTable = {
  E_PARAMETER_UNKNOWN: {
    message: 'There is no parameter "{path}".',
    remedy: 'Nearest names: {nearest}. List parameters with `reformlab parameters`.',
  },
  E_PARAMETER_TYPE: {
    message: 'Parameter "{path}" takes {expected}, but got {value}.',
    remedy: 'Give {expected}.',
  },
  E_PARAMETER_RANGE: {
    message: 'Parameter "{path}" must lie between {min} and {max}, but got {value}.',
    remedy: 'Give a value inside the bounds shown by `reformlab parameters {path}`.',
  },
  E_PARAMETER_FILE: {
    message: 'Parameter file "{path}" is malformed: {problem}.',
    remedy: 'Compare it with schema/parameter.schema.json.',
  },
  E_COUNTRY_MISSING: {
    message: 'There is no package {package} in this Python environment.',
    remedy: 'Install it: pip install {package}.',
  },
  E_COUNTRY_NOT: {
    message: '{package} is not a country package of OpenFisca or PolicyEngine.',
    remedy: 'A country package has a CountryTaxBenefitSystem.',
  },
  E_COUNTRY_BROKEN: {
    message: '{package} does not open: {problem}.',
    remedy: 'Check that the versions of the package and of its core fit each other: pip check.',
  },
  E_COUNTRY_PREPARE: {
    message: '{package} could not be prepared: {problem}.',
    remedy:
      'What Python wrote says why; where memory is short, ask for a smaller population or fewer variables.',
  },
  E_COUNTRY_POPULATION: {
    message: 'The population cannot be taken: {problem}.',
    remedy: 'Compare it with docs/country-packages.md.',
  },
  E_COUNTRY_VARIABLE: {
    message: '{package} has no variable "{variable}".',
    remedy: '{cure}.',
  },
  E_COUNTRY_PERIOD: {
    message: '"{variable}" is not defined for {period}.',
    remedy: 'Ask for it in a period of its own, like salary@2026-03.',
  },
  E_COUNTRY_ENTITY: {
    message: '{variables} are of {entities}, {problem}.',
    remedy: 'Ask for one entity at a time, or say entity="{person}", which repeats values of groups.',
  },
  E_COUNTRY_REFORM: {
    message: 'Cannot read the reform at {at}: {problem}.',
    remedy: 'Write {"path.of.parameter": {"2026-01-01.2100-12-31": value}}.',
  },
  E_COUNTRY_UNTRACED: {
    message: 'The reform changes {paths}, which {variable} reads, and that cannot be traced: {cause}.',
    remedy: 'Leave that parameter as it is, or ask the original engine.',
  },
  E_COUNTRY_MODEL: {
    message: '{package} is a country package: {what} needs a law of our own.',
    remedy: 'Ask it without --model, or leave it out.',
  },
  E_COUNTRY_OUTCOMES: {
    message: 'It is not known what is reported of {package}: {problem}.',
    remedy:
      'Write an outcome table in the form of law/countries/openfisca_country_template.yaml and name it with --outcomes.',
  },
  E_COUNTRY_PYTHON: {
    message: 'It is not known which Python has the country package: {problem}.',
    remedy:
      "Install both in one environment, `pip install reformlab PACKAGE`, and call that environment's `reformlab`; or set REFORMLAB_PYTHON to its Python.",
  },
  E_DATE_RANGE: {
    message: 'The date {value} for "{path}" is outside the years the law covers ({first}–{last}).',
    remedy: 'Use a year from {first} to {last}.',
  },
  E_DATASET_UNKNOWN: {
    message: 'There is no dataset "{name}".',
    remedy: 'Datasets: {known}.',
  },
  E_DATASET_YEAR: {
    message: 'Dataset "{name}" has no year {value}.',
    remedy: 'Use a year from {first} to {last}.',
  },
  E_DATASET_PROTECTED: {
    message:
      'Dataset "{name}" is protected: neither its records nor anything computed from them is answered.',
    remedy: 'Read its card, or use a public dataset.',
  },
  E_DATASET_FETCH: {
    message: 'Could not fetch {what}: {problem}.',
    remedy: '{cure}',
  },
  E_DATASET_FILE: {
    message: 'Data file "{file}" is malformed: {problem}.',
    remedy: 'Get the file again from its source; nothing of it was used.',
  },
  E_DATASET_EMPTY: {
    message: 'Dataset "{name}" has no {entity} records.',
    remedy: 'A population needs at least one person, one tax unit and one household.',
  },
  E_DATASET_LENGTH: {
    message: 'Column "{column}" of {entity} has {length} values where {expected} are needed.',
    remedy: 'Give every column of an entity one value for each of its records.',
  },
  E_DATASET_VALUE: {
    message: 'Column "{column}" holds {value} in row {row}.',
    remedy: 'Give {expected}. The dataset was refused whole.',
  },
  E_DATASET_WEIGHT: {
    message: 'The weight of {entity} in row {row} is {value}.',
    remedy: 'Give a finite weight of 0 or more, and a positive one to at least one record.',
  },
  E_DATASET_RELATION: {
    message: 'Relation "{relation}" is broken in row {row}: {problem}.',
    remedy:
      'Number groups from 0 in the order of their members, keep members of a group together and leave no group empty.',
  },
  E_DATASET_ROLE: {
    message: 'Tax unit {row} {problem}.',
    remedy: 'Give every tax unit one head, at most one spouse, and any number of dependents.',
  },
  E_LAW_SYNTAX: {
    message: '{file}:{line}:{column}: {problem}.',
    remedy: '{remedy}',
  },
  E_LAW_NAME: {
    message: '{file}:{line}:{column}: {problem}.',
    remedy: '{remedy}',
  },
  E_LAW_TYPE: {
    message: '{file}:{line}:{column}: {problem}.',
    remedy: '{remedy}',
  },
  E_LAW_CYCLE: {
    message: '{file}:{line}:{column}: {problem}.',
    remedy: '{remedy}',
  },
  E_LAW_LIMIT: {
    message: '{file}:{line}:{column}: {problem}.',
    remedy: '{remedy}',
  },
  E_LAW_RUN: {
    message: 'The law cannot be run: {problem}.',
    remedy: '{remedy}',
  },
  E_PROGRAM_MALFORMED: {
    message: 'The program is malformed: {problem}.',
    remedy:
      'Compile the law again, or ask whoever wrote the program. Its form is described in schema/program.proto.',
  },
  E_HOST_REQUEST: {
    message: 'The program host cannot do what it is asked: {problem}.',
    remedy: 'Ask as engine/README.md describes under "The program host".',
  },
  E_SITUATION: {
    message: 'The situation is malformed at {place}: {problem}.',
    remedy: '{remedy}',
  },
  E_OUTCOME_TABLE: {
    message: 'Outcome table "{file}" is malformed: {problem}.',
    remedy: 'Compare it with law/us/outcomes.yaml.',
  },
  E_CONVENTION_UNKNOWN: {
    message: 'There is no convention "{name}".',
    remedy: 'Conventions: {known}.',
  },
  E_OUTCOME_VALUE: {
    message: 'Variable "{variable}" is not a finite number for some records under this law.',
    remedy: 'Check the reform: a rate or amount it sets makes the law divide by zero or overflow.',
  },
  E_MEMORY_LIMIT: {
    message: 'The population and its results do not fit into the 4 GiB of shared memory.',
    remedy: 'Ask for fewer variables at once, or use a smaller dataset.',
  },
  E_WORKER_LOST: {
    message: 'A worker thread stopped: {problem}.',
    remedy: 'Start the run again; if it stops again, use fewer workers or give the process more memory.',
  },
  E_FILE_READ: {
    message: 'Cannot read "{file}": {problem}.',
    remedy: 'Check the path and try again.',
  },
  E_FILE_WRITE: {
    message: 'Cannot write "{file}": {problem}.',
    remedy: 'Check the path and try again; nothing was left behind.',
  },
  E_REFORM_FILE: {
    message: 'Reform file "{file}" is malformed at line {line}, column {column}: {problem}.',
    remedy: 'Compare it with docs/reform-files.md. The file was refused whole.',
  },
  E_REFORM_FORMAT: {
    message: 'Reform file "{file}" is in no format that is read here.',
    remedy:
      'Write `changes:` as docs/reform-files.md shows, or give a reform of PolicyEngine or Tax-Calculator.',
  },
  E_REFORM_FORMULA: {
    message: 'The reform changes formulas ({names}), and {where} takes changes of parameters alone.',
    remedy:
      'Leave its `variables` out. Formulas are taken by impacts without assumptions on behaviour, live sessions, `columns` and households.',
  },
  E_REFORM_PATH: {
    message: 'The PolicyEngine parameter "{path}" has no equal here: {problem}.',
    remedy: 'Leave it out, or state the change with the parameters of this law (`reformlab parameters`).',
  },
  E_ASSUMPTION_FILE: {
    message: 'Assumption file "{file}" is malformed at line {line}, column {column}: {problem}.',
    remedy: 'Compare it with docs/behaviour.md. The file was refused whole.',
  },
  E_LOCK_FILE: {
    message: 'Lockfile "{file}" is malformed: {problem}.',
    remedy: 'Compare it with schema/lock.schema.json, or lock again with `reformlab lock`.',
  },
  E_LOCK_DIFFERS: {
    message: 'What "{file}" locks is not the same any more: {problem}.',
    remedy:
      'Get the law, the data and the version that it names, or lock again with `reformlab lock` if the difference is meant.',
  },
  E_AXES: {
    message: 'Axes are refused at {place}: {problem}.',
    remedy: '{remedy}',
  },
  E_SITUATION_FILE: {
    message: 'Situation file "{file}" is malformed at line {line}, column {column}: {problem}.',
    remedy: 'Compare it with docs/household-files.md. The file was refused whole.',
  },
  E_VARIABLE_UNKNOWN: {
    message: 'There is no variable "{name}".',
    remedy: 'Nearest names: {nearest}. List variables with `reformlab variables`.',
  },
  E_VARIABLE_ENTITY: {
    message: 'Variable "{name}" belongs to a {entity}, but the file has one row for each tax unit.',
    remedy: 'Ask for {cure}.',
  },
  E_VARIABLE_NUMBER: {
    message: 'The change of variable "{name}" cannot be shared out: {problem}.',
    remedy:
      'Name a number that the law computes, such as income_tax; list variables with `reformlab variables`.',
  },
  E_RATE_INCOME: {
    message: 'There is no marginal rate on "{income}": {problem}.',
    remedy:
      'Name an amount that is stated of people or tax units, such as employment_income; `reformlab variables --inputs` lists them.',
  },
  E_OUTPUT_FORMAT: {
    message: 'The format of "{file}" is not known.',
    remedy: 'Name a file that ends in .csv, .parquet or .arrow.',
  },
  E_PEER: {
    message: 'Tax-Calculator does not answer under "{python}": {problem}.',
    remedy: 'Run `npm run bench`, which installs it, or name with --python an interpreter that has taxcalc.',
  },
  E_ANSWER: {
    message:
      'What was to be answered to {operation} breaks the rule {rule} of schema/openapi.yaml, and was withheld.',
    remedy: 'This is a mistake of the service. Report the request that led to it.',
  },
  E_BATCH_UNKNOWN: {
    message: 'There is no batch "{id}" of yours.',
    remedy: 'GET /v1/jobs lists your jobs with their batches. What ended {days} days ago is forgotten.',
  },
  E_DATA_FOLDER: {
    message: 'The data folder {folder} cannot be used: {problem}.',
    remedy: 'Name another folder with --data, or put right what is wrong with this one.',
  },
  E_DATABASE: {
    message: 'The database for jobs cannot be used: {problem}.',
    remedy: 'Check --database or REFORMLAB_DATABASE_URL, and that the server runs; then ask again.',
  },
  E_IDEMPOTENCY_BUSY: {
    message: 'The first request with the idempotency key "{key}" is still being answered.',
    remedy: 'Ask again in a second; its answer will be yours.',
  },
  E_IDEMPOTENCY_KEY: {
    message: 'The idempotency key "{key}" was used for another request.',
    remedy: 'Send a key of its own with each request. Keys are forgotten after {hours} hours.',
  },
  E_JOB_ABANDONED: {
    message: 'The job was given up: {attempts} times the engine or one of its threads did not survive it.',
    remedy:
      'Ask for less at once, or run it where there is more memory; the log of the service may say more.',
  },
  E_JOB_LIMIT: {
    message: 'You have {open} jobs that have not ended; {more} more would be over the limit of {limit}.',
    remedy: 'Hand in more when some have ended, or cancel some with DELETE /v1/jobs/{id}.',
  },
  E_JOB_REQUEST: {
    message: 'The job cannot be: {problem}.',
    remedy: '{cure}',
  },
  E_JOB_RESULT: {
    message: 'Job "{id}" has no result: it is {status}.',
    remedy: 'GET /v1/jobs/{id} says how far it is, and what went wrong with a job that failed.',
  },
  E_JOB_UNKNOWN: {
    message: 'There is no job "{id}" of yours.',
    remedy: 'GET /v1/jobs lists your jobs. What ended {days} days ago is forgotten.',
  },
  E_RESULT_LOST: {
    message: 'The file of the result {hash} is missing or damaged.',
    remedy: 'Hand the job in again; it will be computed anew.',
  },
  E_REQUEST: {
    message: 'The request is malformed at {place}: {problem}.',
    remedy: 'Compare it with schema/openapi.yaml. Nothing of it was used.',
  },
  E_REQUEST_ACCEPT: {
    message: 'What is accepted, "{accept}", is not {expected}, as which this is answered.',
    remedy: 'Send `Accept: {expected}`.',
  },
  E_REQUEST_BODY: {
    message: 'The body of the request {problem}.',
    remedy: 'Send less of it. Nothing of it was used.',
  },
  E_REQUEST_ORDER: {
    message: 'The request goes from {from} to {to}.',
    remedy: 'Let it end above where it begins.',
  },
  E_REQUEST_SIZE: {
    message: 'The request is larger than {limit} bytes.',
    remedy: 'Send less at once.',
  },
  E_REQUEST_TIME: {
    message: 'The answer took longer than {seconds} seconds and was given up.',
    remedy: 'Ask again when the service has less to do, or ask for less.',
  },
  E_REQUEST_TYPE: {
    message: 'What is sent or asked for as "{type}" is not spoken here.',
    remedy: 'Use {expected}.',
  },
  E_ROUTE_METHOD: {
    message: '{path} takes no {method}.',
    remedy: 'It takes {allowed}.',
  },
  E_ROUTE_UNKNOWN: {
    message: 'There is no {method} {path}.',
    remedy: 'What there is stands in schema/openapi.yaml.',
  },
  E_SESSION_UNKNOWN: {
    message: 'There is no session "{id}" of yours.',
    remedy: 'Open one with POST /v1/sessions. A session that is not used for {minutes} minutes is closed.',
  },
  E_SESSION_LIMIT: {
    message: 'You have {limit} sessions open, and that is the most.',
    remedy: 'Close one with DELETE /v1/sessions/{id}.',
  },
  E_SESSION_SEQUENCE: {
    message: 'Patch {sequence} came after patch {last}.',
    remedy: 'Number the patches of a session upwards.',
  },
  E_SERVICE_BUSY: {
    message: 'The service has {waiting} requests waiting, and that is the most.',
    remedy: 'Ask again in a second.',
  },
  E_SERVICE_CLOSING: {
    message: 'The service is being closed.',
    remedy: 'Ask again when it has been started again.',
  },
  E_SERVICE_EXPOSED: {
    message: 'Without tokens the service would answer anyone who reaches {host}.',
    remedy:
      'Set REFORMLAB_TOKEN_SECRET or REFORMLAB_OIDC_ISSUER, listen on 127.0.0.1 or on --socket, or say --insecure where nobody else reaches the machine.',
  },
  E_SERVICE_HOST: {
    message: 'A service without tokens answers only to the name of this machine, not to "{host}".',
    remedy: 'Call it by 127.0.0.1 or localhost, or set REFORMLAB_TOKEN_SECRET.',
  },
  E_SERVICE_LISTEN: {
    message: 'Cannot listen on {address}: {problem}.',
    remedy: 'Choose another --port or --socket, or end what listens there.',
  },
  E_SUMMARY_GROUP: {
    message: 'Columns cannot be shown by "{name}": it {problem}.',
    remedy:
      "Give a condition or a category of the column's entity or of one around it, such as filing_status for tax units and people. The dataset's schema lists them as groupings.",
  },
  E_ROWS_ENTITY: {
    message: 'Column "{name}" is of each {entity}, and the rows asked for are of each {rows}.',
    remedy: 'Ask for rows of {entity}, or for another column.',
  },
  E_TOKEN: {
    message: 'The token was refused: {problem}.',
    remedy: 'Send `Authorization: Bearer` with a valid token. docs/service.md says what it holds.',
  },
  E_TOKEN_ISSUER: {
    message: '{name} is "{url}": {problem}.',
    remedy: 'Give the https address of the issuer of tokens, as docs/service.md says.',
  },
  E_TOKEN_KEYS: {
    message: 'The keys of the issuer of tokens could not be had: {problem}.',
    remedy:
      'Ask again in a few seconds. Who runs the service finds in docs/service.md where it looks for keys.',
  },
  E_TOKEN_SCOPE: {
    message: 'This needs the scope "{needed}", which the token does not have.',
    remedy:
      'Ask whoever makes the tokens for that scope; on JupyterHub that is the administrator of the hub.',
  },
  E_TOKEN_SECRET: {
    message: 'REFORMLAB_TOKEN_SECRET has {length} bytes.',
    remedy: 'Use at least 32 random bytes, for instance from `openssl rand -hex 32`.',
  },
  E_USAGE: {
    message: '{problem}.',
    remedy: '{cure}',
  },
} as const satisfies Record<string, { message: string; remedy: string }>

export type ErrorCode = keyof typeof errorTable
