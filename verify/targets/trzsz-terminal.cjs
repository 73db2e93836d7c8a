// node trzsz-terminal.cjs MODULE FOLDER FILE -- PROGRAM…: a terminal that carries files, made of trzsz's own client side. What a
// program at the target sends is saved to FOLDER; what one asks for is FILE.
const { spawn } = require('node:child_process');
const [module_, folder, file, , program, ...words] = process.argv.slice(2);
const { TrzszFilter } = require(module_);

const ssh = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
const filter = new TrzszFilter({
  writeToTerminal: (shown) => process.stdout.write(Buffer.from(shown)),
  sendToServer: (typed) => ssh.stdin.write(Buffer.from(typed)),
  chooseSendFiles: async () => [file],
  chooseSaveDirectory: async () => folder,
  terminalColumns: 80,
});
ssh.stdout.on('data', (bytes) => filter.processServerOutput(new Uint8Array(bytes)));
process.stdin.on('data', (bytes) => filter.processTerminalInput(bytes.toString()));
process.stdin.on('end', () => ssh.stdin.end());
ssh.on('exit', (code) => process.exit(code ?? 1));
