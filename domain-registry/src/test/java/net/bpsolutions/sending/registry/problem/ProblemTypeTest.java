package net.bpsolutions.sending.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void isListedForCallersWithItsStatus() throws IOException {
        String list = Files.readString(Path.of("../deploy/docs/problems.md"));

        assertThat(list.lines()
                        .takeWhile(line -> !line.equals("## The gateway"))
                        .filter(line -> line.startsWith("| `"))
                        .map(ProblemTypeTest::nameAndStatus))
                .containsExactlyElementsOf(Stream.of(ProblemType.values())
                        .map(type -> type.uri().getPath().replace("/problems/", "") + " " + type.status())
                        .toList());
    }

    private static String nameAndStatus(String line) {
        String[] cells = line.split("\\|", -1);
        return cells[1].strip().replace("`", "") + " " + cells[2].strip();
    }
}
