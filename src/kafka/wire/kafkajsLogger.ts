import loggers, { type KafkajsLogger } from 'kafkajs/src/loggers/index.js';
import type { Log } from '../../core/log.ts';

/**
 * Hands what kafkajs has to say to our log, at `debug`: it logs as errors what we report ourselves, once and
 * in a sentence (house rule 7). Its own debug level stays off: it would format every response.
 */
export function kafkajsLogger(log: Log): KafkajsLogger {
  return loggers.createLogger({
    level: loggers.LEVELS.WARN,
    logCreator: () => (entry) => {
      const { message, broker } = entry.log;
      const where = typeof broker === 'string' ? ` (${broker})` : '';
      log.debug(`kafkajs ${entry.namespace}: ${message}${where}`);
    },
  });
}
