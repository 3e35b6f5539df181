import { decoded, notDecoded, type Decoder } from '../decoder.ts';
import { doubleText, floatText } from './floatText.ts';

/** The numbers of Kafka's serializers, which are big-endian, and the same in the other order. */
export const numberDecoders: readonly Decoder[] = [
  number('int8', 1, (view) => String(view.getInt8(0))),
  number('int16', 2, (view) => String(view.getInt16(0))),
  number('int32', 4, (view) => String(view.getInt32(0))),
  number('int64', 8, (view) => String(view.getBigInt64(0))),
  number('float', 4, (view) => floatText(view.getFloat32(0))),
  number('double', 8, (view) => doubleText(view.getFloat64(0))),
  number('int16le', 2, (view) => String(view.getInt16(0, true))),
  number('int32le', 4, (view) => String(view.getInt32(0, true))),
  number('int64le', 8, (view) => String(view.getBigInt64(0, true))),
  number('floatle', 4, (view) => floatText(view.getFloat32(0, true))),
  number('doublele', 8, (view) => doubleText(view.getFloat64(0, true))),
];

function number(name: string, size: number, read: (view: DataView) => string): Decoder {
  return {
    name,
    decode: (bytes) =>
      bytes.length === size
        ? decoded(read(new DataView(bytes.buffer, bytes.byteOffset, size)))
        : notDecoded({ kind: 'size', wanted: String(size), actual: bytes.length }),
  };
}
