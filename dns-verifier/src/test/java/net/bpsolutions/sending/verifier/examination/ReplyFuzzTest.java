package net.bpsolutions.sending.verifier.examination;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;

/** Whatever a server sends: it is a reply or it is not, and reading it ends. The first byte chooses the type asked for. */
class ReplyFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void readsAnyBytes(byte[] input) {
        if (input.length == 0) {
            return;
        }
        List<RrType> types = List.of(RrType.values());
        RrType type = types.get(Byte.toUnsignedInt(input[0]) % types.size());
        Question question = new Question("mte1._domainkey.example.com", type);
        Query query = Query.of(question, Manner.ITERATIVE, true);
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        if (bytes.length >= Short.BYTES) {
            // The id is random: without the right one nothing would ever be read.
            System.arraycopy(query.wire(), 0, bytes, 0, Short.BYTES);
        }

        query.replyIn(bytes);
        query.replyInStream(bytes)
                .map(message -> ReplyReader.read(message, question))
                .ifPresent(reply -> {
                    if (reply.lookup() instanceof Lookup.Answer answer
                            && answer.rrset().isEmpty()) {
                        throw new AssertionError("an answer without records");
                    }
                    Long ttl = reply.lookup().ttl();
                    if (ttl != null && ttl < 0) {
                        throw new AssertionError("a TTL below zero");
                    }
                    if (ByteBuffer.wrap(bytes).getShort(2) >= 0) {
                        throw new AssertionError("a query taken for a reply");
                    }
                });
    }
}
