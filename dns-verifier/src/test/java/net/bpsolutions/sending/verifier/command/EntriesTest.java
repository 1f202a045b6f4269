package net.bpsolutions.sending.verifier.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import org.junit.jupiter.api.Test;

class EntriesTest {

    @Test
    void takesTheListInThePlaceOfTheDash() throws Exception {
        assertThat(read("b.example\nc.example", "a.example", "-", "d.example"))
                .containsExactly(domain("a.example"), domain("b.example"), domain("c.example"), domain("d.example"));
    }

    @Test
    void readsWhatWindowsWrites() throws Exception {
        assertThat(read("\ufeffa.example\r\nb.example\r\n", "-"))
                .containsExactly(domain("a.example"), domain("b.example"));
    }

    @Test
    void passesOverBlankLinesAndComments() throws Exception {
        assertThat(read("\n  \n# clinics\n a.example \n\n", "-")).containsExactly(domain("a.example"));
    }

    @Test
    void namesTheLineThatIsNoDomainAndGoesOn() throws Exception {
        List<Entry> entries = read("a.example\n\nfoo bar\nb.example\n", "-");

        assertThat(entries)
                .containsExactly(
                        domain("a.example"),
                        new Entry.Refused("Line 3: 'foo bar' is not a domain name."),
                        domain("b.example"));
    }

    @Test
    void passesOverALineWithoutEnd() throws Exception {
        List<Entry> entries = read("x".repeat(5_000_000) + "\nb.example", "-");

        assertThat(entries).hasSize(2).last().isEqualTo(domain("b.example"));
        assertThat(entries.getFirst()).isInstanceOf(Entry.Refused.class);
    }

    @Test
    void readsNoFurtherThanIsTaken() {
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return "a.example\n".charAt(at++ % 10);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
        List<Entry> taken = new ArrayList<>();

        assertThatThrownBy(() -> new Entries(List.of("-"), endless).handTo(entry -> {
                    taken.add(entry);
                    if (taken.size() == 3) {
                        throw new InterruptedException("enough");
                    }
                }))
                .hasMessage("enough");
        assertThat(taken).hasSize(3);
    }

    private static List<Entry> read(String input, String... arguments) throws IOException, InterruptedException {
        List<Entry> entries = new ArrayList<>();
        new Entries(List.of(arguments), new ByteArrayInputStream(input.getBytes(UTF_8))).handTo(entries::add);
        return entries;
    }

    private static Entry domain(String name) {
        return new Entry.Domain(new DomainName(name));
    }
}
