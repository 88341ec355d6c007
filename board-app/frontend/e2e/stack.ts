import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const RENDERED = join(REPOSITORY, 'operator/target/rendered/quickstart-team');
const JAR = join(REPOSITORY, 'board-app/api/target/quarkus-app/quarkus-run.jar');
const DIST = resolve(import.meta.dirname, '../dist');
const PATIENCE_MS = 90_000;
const LAST_LINES = 20;

export const ADMIN_TOKEN = 'e2e-admin-token';

/** What the operator would write into the ConfigMap of this board. */
export const CONFIG = {
  title: 'Team board',
  description: 'What the whole team should know',
  markup: 'markdown',
  moderation: true,
  showServedBy: true,
};

/** What a test needs to know of the stack; it can be handed to other processes. */
export interface Addresses {
  url: string;
}

/**
 * A whole board on loopback: a real MySQL, two processes of the real API, and a real nginx with the configuration that the
 * operator renders; only its addresses and directories are exchanged.
 */
export class Stack {
  readonly directory = mkdtempSync(join(tmpdir(), 'messageboard-e2e-'));
  private readonly processes: ChildProcess[] = [];
  private apis: ChildProcess[] = [];
  private mysql: ChildProcess | undefined;
  private nginx: ChildProcess | undefined;
  private ports = { mysql: 0, api: [0, 0], management: [0, 0], nginx: 0 };

  static async start(): Promise<Stack> {
    const stack = new Stack();
    try {
      await stack.startAll();
      return stack;
    } catch (error) {
      const log = stack.endOfLog();
      stack.stop();
      throw new Error(`the stack did not start; the end of its log:\n${log}`, { cause: error });
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.ports.nginx}`;
  }

  killDatabase = () => kill(this.mysql);

  /** Up, and found again by every process of the API. */
  bringDatabaseBack = async () => {
    this.startDatabase();
    await this.apisAnswer();
  };

  private startDatabase() {
    const { mysql } = this.ports;
    this.mysql = this.run(this.mysqld(), [
      ...this.mysqlOptions(),
      `--port=${mysql}`,
      `--init-file=${this.path('init.sql')}`,
    ]);
  }

  /** As `kubectl scale --replicas=0` leaves it. */
  killApi = () => Promise.all(this.apis.splice(0).map(kill));

  startApi = async () => {
    this.apis = this.ports.api.map((port, index) => this.api(port, index));
    // As the kubelet does: one that can read a list may not yet have the connections to write with.
    await allAnswer(this.ports.management.map((port) => `http://127.0.0.1:${port}/q/health/started`));
    await this.apisAnswer();
  };

  private apisAnswer() {
    return allAnswer(this.ports.api.map((port) => `http://127.0.0.1:${port}/api/v1/messages`));
  }

  stop(): void {
    this.nginx?.kill(); // a master that is killed outright leaves its workers behind
    for (const child of this.processes) if (child !== this.nginx) child.kill('SIGKILL');
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private endOfLog(): string {
    const log = this.path('log');
    return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-LAST_LINES).join('\n') : '';
  }

  private async startAll() {
    const [mysql, api1, api2, management1, management2, nginx] = (await freePorts(6)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    this.ports = { mysql, api: [api1, api2], management: [management1, management2], nginx };
    this.writeFiles();
    execFileSync(this.mysqld(), ['--no-defaults', '--initialize-insecure', ...this.mysqlOptions().slice(1)], {
      stdio: 'ignore',
    });
    this.startDatabase();
    await this.startApi();
    this.nginx = this.run(join(REPOSITORY, 'deploy/local/nginx'), [
      ...['-e', 'stderr', '-c', this.path('nginx.conf')],
      // Root's nginx would give its workers to a user who may not enter this directory.
      ...['-g', `daemon off;${process.getuid?.() === 0 ? ' user root;' : ''}`],
    ]);
    await until(() => answers(`${this.url}/healthz`));
  }

  private writeFiles() {
    const { mysql, api, nginx } = this.ports;
    const bindings = this.path('bindings/database');
    mkdirSync(bindings, { recursive: true });
    mkdirSync(this.path('keys'));
    const files = {
      'init.sql':
        "CREATE DATABASE IF NOT EXISTS board; CREATE USER IF NOT EXISTS board@'%' IDENTIFIED BY 'secret'; GRANT ALL ON board.* TO board@'%';\n",
      'bindings/database/type': 'mysql',
      'bindings/database/username': 'board',
      'bindings/database/password': 'secret',
      'bindings/database/jdbc-url': `jdbc:mysql://127.0.0.1:${mysql}/board?sslMode=REQUIRED`,
      'keys/edit-token': key(1),
      'keys/cursor': key(2),
      'keys/client-hash': key(3),
      'keys/admin-token': ADMIN_TOKEN,
      'api.properties': [
        `messageboard.title=${CONFIG.title}`,
        `messageboard.markup=${CONFIG.markup}`,
        'messageboard.show-served-by=true',
        `messageboard.keys-directory=${this.path('keys')}`,
      ].join('\n'),
      'config.json': JSON.stringify(CONFIG),
      'resolver.conf': 'resolver 127.0.0.1 valid=5s ipv6=off;',
      'nginx.conf': readFileSync(join(RENDERED, 'nginx.conf'), 'utf8')
        .replaceAll('/tmp/', `${this.directory}/`)
        .replaceAll('/etc/messageboard/', `${this.directory}/`)
        .replaceAll('/srv/messageboard', DIST)
        .replaceAll('/dev/stdout', this.path('access.log'))
        .replace('listen 8080;', `listen 127.0.0.1:${nginx};`)
        // Who comes from this machine is believed, as by default on a cluster: each test's writer is another one.
        .replace('real_ip_header', 'set_real_ip_from 127.0.0.1;\n  real_ip_header')
        .replace(/^( +)server \S+:\d+ resolve max_fails=0;$/gm, (_, indent: string) =>
          api.map((port) => `${indent}server 127.0.0.1:${port} max_fails=0;`).join('\n'),
        ),
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(this.path(name), content);
  }

  private api(port: number, index: number): ChildProcess {
    return this.run('java', ['-Xmx160m', '-XX:TieredStopAtLevel=1', '-jar', JAR], {
      SERVICE_BINDING_ROOT: this.path('bindings'),
      QUARKUS_CONFIG_LOCATIONS: this.path('api.properties'),
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: String(port),
      QUARKUS_MANAGEMENT_PORT: String(this.ports.management[index]),
      QUARKUS_SHUTDOWN_DELAY: '0S',
      POD_NAME: `team-api-7c9d5b6f4-${['x7k2p', 'q4mzt'][index]}`,
      POD_IP: `10.0.1.${7 + index}`,
    });
  }

  private mysqld(): string {
    const home = process.env.MESSAGEBOARD_MYSQL_HOME ?? text(join(REPOSITORY, 'deploy/local/mysql-server'));
    return join(home, 'bin/mysqld');
  }

  private mysqlOptions(): string[] {
    return [
      '--no-defaults',
      `--user=${process.env.USER ?? 'root'}`,
      `--datadir=${this.path('data')}`,
      `--socket=${this.path('s')}`,
      '--bind-address=127.0.0.1',
      '--mysqlx=0',
      '--secure-file-priv=NULL',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=64M',
    ];
  }

  private run(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
    const log = openSync(this.path('log'), 'a');
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
    this.processes.push(child);
    return child;
  }

  private path(name: string): string {
    return join(this.directory, name);
  }
}

function kill(child: ChildProcess | undefined): Promise<void> {
  return new Promise((done) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
}

function key(byte: number): string {
  return Buffer.alloc(32, byte).toString('base64');
}

function text(command: string): string {
  return execFileSync(command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function allAnswer(urls: string[]): Promise<void> {
  await Promise.all(urls.map((url) => until(() => answers(url))));
}

/** Looks again and again, because nothing tells when a foreign process is ready. */
export async function until(isTrue: () => Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('the stack did not become ready');
    await new Promise((next) => setTimeout(next, 100));
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((done) => {
          const server = createServer();
          server.listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
