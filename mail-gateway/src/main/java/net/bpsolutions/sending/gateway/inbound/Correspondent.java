package net.bpsolutions.sending.gateway.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.digest.Sha256;
import net.bpsolutions.sending.gateway.mail.Address;

/**
 * Who wrote a mail, as far as that is known.
 *
 * @param address of the header From
 * @param known how much speaks for it
 * @param digest of the mail: a server may deliver it several times
 */
record Correspondent(Address address, Authentication known, String digest) {

    static Correspondent of(Address address, Authentication known, byte[] mail) {
        return new Correspondent(address, known, Sha256.hex(mail));
    }

    @Override
    public String toString() {
        return "Correspondent[" + address.domain() + "]";
    }

    /** The id of an answer to this mail: the same on a whole day, so that it is given once. */
    UUID answer(String what, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return UUID.nameUUIDFromBytes((digest + "/" + what + "/" + day).getBytes(StandardCharsets.UTF_8));
    }
}
