import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transactionFailure } from '../../../src/kafka/produce/transaction.ts';
import { brokerError } from '../../../src/kafka/wire/brokerError.ts';
import { english } from '../../../src/messages/translate.ts';
import { toUserError } from '../../../src/messages/userError.ts';

const invalidProducerEpoch = 47;
const notLeader = 6;

describe('a transaction that took longer than the cluster grants', () => {
  it('fails with a sentence that says how long that is', () => {
    const failure = transactionFailure(brokerError(invalidProducerEpoch), 15);
    assert.match(toUserError(failure, english).text, /ended this transaction, .* 15 minutes/);
  });

  it('is told apart from every other failure', () => {
    const error = brokerError(notLeader);
    assert.equal(transactionFailure(error, 15), error);
  });
});
