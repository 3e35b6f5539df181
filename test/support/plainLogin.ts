/** Properties of a broker whose clients log in by SASL/PLAIN, as user `a` with password `b`. */
export const plainLogin = {
  'listener.security.protocol.map': 'PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
  'sasl.enabled.mechanisms': 'PLAIN',
  'sasl.mechanism.inter.broker.protocol': 'PLAIN',
  'listener.name.plaintext.plain.sasl.jaas.config':
    'org.apache.kafka.common.security.plain.PlainLoginModule required' +
    ' username="a" password="b" user_a="b";',
} as const;
