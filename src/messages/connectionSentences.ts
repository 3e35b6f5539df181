import type { ConnectionReason } from '../core/kafkaError.ts';
import type { Facts } from './facts.ts';
import type { Translate } from './translate.ts';

/** What · why · what to do, for everything that can go wrong on the way to a broker. */
export function connectionSentence(reason: ConnectionReason, facts: Facts, t: Translate): string {
  const address = facts.text('address');
  switch (reason) {
    case 'connectionRefused':
      return t(
        'Nothing listens at {0}: the connection was refused. Start the broker, or correct host and port of the cluster.',
        address,
      );
    case 'hostNotFound':
      return t(
        'The host of {0} was not found: no such name, or no name server answers. Correct the address, or check network and VPN.',
        address,
      );
    case 'connectionTimeout':
      return t(
        '{0} does not answer: no connection came about in time. Check host and port, and whether a firewall or a missing VPN is in the way.',
        address,
      );
    case 'connectionSilent':
      return t(
        '{0} accepts connections but does not answer as a Kafka broker does. Check that the port belongs to a broker and that the broker is not overloaded.',
        address,
      );
    case 'connectionClosed':
      return t(
        'The connection to {0} was closed before it answered. Try again; if it stays so, check the port and the log of the broker.',
        address,
      );
    case 'speaksHttp':
      return t(
        '{0} speaks HTTP, not Kafka: it may be a REST proxy, Kafka Connect or a schema registry. Use the port of a broker listener, often 9092.',
        address,
      );
    case 'speaksTls':
      return t(
        '{0} expects TLS, but this cluster is set to a plaintext connection. Use the port of a PLAINTEXT listener of the broker.',
        address,
      );
    case 'notKafka':
      return t(
        '{0} answers, but not as a Kafka broker does. Check that the port belongs to a broker listener.',
        address,
      );
    case 'advertisedUnreachable':
      return t(
        '{0} answers, but tells clients to go to {1}, which cannot be reached from here. Change advertised.listeners of the broker to an address that this machine can reach, or make that name and port reachable.',
        facts.text('bootstrap'),
        facts.text('advertised'),
      );
    case 'authenticationRequired':
      return t(
        '{0} closed the connection after the handshake: it probably requires a login (SASL). Use a listener without SASL, or check the security settings of the broker.',
        address,
      );
    case 'brokerUnknown':
      return t(
        'Broker {0} is not part of the cluster at the moment: it is probably stopped. Start it, then refresh.',
        facts.text('broker'),
      );
    case 'addressInvalid':
      return t(
        '"{0}" is not an address. Write host:port, several separated by commas, for example localhost:9092.',
        address,
      );
    case 'requestTimeout':
      return address === ''
        ? t(
            'The cluster did not finish in time: its brokers may be busy or wait for each other. Try again, then check the brokers.',
          )
        : t(
            '{0} did not answer in time: it may be overloaded, or the connection is broken. Try again, then check the broker.',
            address,
          );
  }
}
