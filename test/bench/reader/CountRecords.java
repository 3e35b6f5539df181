import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.CRC32;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what a topic holds, by Kafka's own consumer: records, bytes and a checksum of keys, values and offsets. */
public class CountRecords {
  public static void main(String[] args) {
    Properties config = new Properties();
    config.put("bootstrap.servers", args[0]);
    config.put("allow.auto.create.topics", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo info : consumer.partitionsFor(args[1])) {
        partitions.add(new TopicPartition(info.topic(), info.partition()));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      long records = 0;
      long bytes = 0;
      long checksum = 0;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(java.time.Duration.ofMillis(200))) {
          if (record.offset() >= ends.get(new TopicPartition(record.topic(), record.partition()))) continue;
          records++;
          bytes += length(record.key()) + length(record.value());
          checksum += crc(record.key()) * 31 + crc(record.value());
          checksum += record.offset() * (record.partition() + 1);
        }
      }
      System.out.printf(
          "{\"records\":%d,\"bytes\":%d,\"checksum\":\"%s\"}%n",
          records, bytes, Long.toUnsignedString(checksum));
    }
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    if (bytes != null) crc.update(bytes);
    return crc.getValue();
  }
}
