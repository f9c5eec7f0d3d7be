// Reads administrations with JSON.parse, checks each with ajv by the schema of the form
// and by nothing that a schema cannot say, and prints how many there are and, without a
// further argument, how many points they have.
const fs = require('node:fs'), readline = require('node:readline'), path = require('node:path');
const Ajv = require('ajv/dist/2020');
const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'administration.schema.json'), 'utf8'));
const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);
let records = 0, points = 0;
readline.createInterface({ input: fs.createReadStream(process.argv[2]) }).on('line', line => {
  const a = JSON.parse(line);
  if (!check(a)) { console.error(line, check.errors); process.exit(1); }
  records++;
  for (const score of Object.values(a.responses)) points += score ?? 0;
}).on('close', () => process.argv[3] ? console.log(records) : console.log(records, points));
