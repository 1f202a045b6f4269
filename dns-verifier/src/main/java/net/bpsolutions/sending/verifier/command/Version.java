package net.bpsolutions.sending.verifier.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** As Maven wrote it into the jar. */
final class Version implements IVersionProvider {

    private static final String DATA = "/META-INF/maven/net.bpsolutions.sending/dns-verifier/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties data = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream(DATA)) {
            if (stream != null) {
                data.load(stream);
            }
        }
        return new String[] {"dns-verifier " + data.getProperty("version", "(not packaged)")};
    }
}
