import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the generator expects of each domain: the states of its records, separated by commas. */
record Verdicts(Map<String, String> states) {

    static Verdicts read(String path) throws IOException {
        Map<String, String> states = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(path))) {
            int space = line.indexOf(' ');
            states.put(line.substring(0, space), line.substring(space + 1));
        }
        return new Verdicts(states);
    }

    boolean matches(String domain, String seen) {
        return seen.equals(states.get(domain));
    }
}
