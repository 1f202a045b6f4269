package net.bpsolutions.sending.gateway.account;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import net.bpsolutions.sending.gateway.smtp.Account;
import net.bpsolutions.sending.gateway.smtp.RelayConfig.Tls;

/** The file of one account: {@code host}, {@code port}, {@code tls}, {@code username} and {@code password}. */
final class AccountFile {

    private static final Set<String> KEYS = Set.of("host", "port", "tls", "username", "password");

    /** What a key of a Kubernetes Secret may be, but for what means another folder or is our own way of writing. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");

    /** What a file name may have. */
    private static final int MAX_NAME = 253;

    private AccountFile() {}

    /** The clinic id; or {@code _} and its octets in hexadecimal, when it holds what a file name may not. */
    static Optional<String> name(String clinicId) {
        String name = PLAIN.matcher(clinicId).matches()
                ? clinicId
                : "_" + HexFormat.of().formatHex(clinicId.getBytes(StandardCharsets.UTF_8));
        return name.length() <= MAX_NAME ? Optional.of(name) : Optional.empty();
    }

    /** Empty when anything is missing, misspelt or makes no sense. */
    static Optional<Account> read(String text) {
        Properties file = new Properties();
        try {
            file.load(new StringReader(text));
            return KEYS.containsAll(file.stringPropertyNames()) ? Optional.of(account(file)) : Optional.empty();
        } catch (IOException | IllegalArgumentException bad) {
            return Optional.empty();
        }
    }

    private static Account account(Properties file) {
        String host = file.getProperty("host", "").strip();
        int port = Integer.parseInt(file.getProperty("port", "587").strip());
        if (!HOST.matcher(host).matches() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no relay");
        }
        Tls tls = Tls.valueOf(file.getProperty("tls", "starttls").strip().toUpperCase(Locale.ROOT));
        return new Account(host, port, tls, login(file));
    }

    /** Both or neither: some relays know a client by its address. */
    private static Optional<Account.Login> login(Properties file) {
        String username = file.getProperty("username", "").strip();
        String password = file.getProperty("password", "").strip();
        if (username.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("half a login");
        }
        return username.isEmpty() ? Optional.empty() : Optional.of(new Account.Login(username, password));
    }
}
