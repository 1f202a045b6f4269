package net.bpsolutions.sending.verifier.spf;

import io.netty.util.NetUtil;
import java.util.Optional;

/** Addresses and prefix lengths (RFC 7208 §5.6): no leading zeros, nothing left out. */
final class Address {

    private static final int LONGEST = 45;

    private Address() {}

    static boolean isIp4(String text) {
        String[] numbers = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        boolean valid = numbers.length == 4;
        for (String number : numbers) {
            valid &= isNumber(number, 255);
        }
        return valid;
    }

    static boolean isIp6(String text) {
        return text.length() <= LONGEST
                && text.chars().allMatch(letter -> letter == ':' || letter == '.' || Character.digit(letter, 16) >= 0)
                && NetUtil.isValidIpV6Address(text);
    }

    /** The fault of an address of either family, {@code most} bits long, and the prefix length that may follow. */
    static Optional<Fault> fault(String network, int most) {
        int slash = network.indexOf('/');
        String address = slash < 0 ? network : network.substring(0, slash);
        if (most == 32 ? !isIp4(address) : !isIp6(address)) {
            return Optional.of(new Fault(address.isEmpty() ? Fault.Kind.VALUE_MISSING : Fault.Kind.ADDRESS, 0));
        }
        return slash < 0 || isNumber(network.substring(slash + 1), most)
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Kind.PREFIX_LENGTH, slash));
    }

    /** The fault of a dual-cidr-length (RFC 7208 §5.3): {@code /24}, {@code //64}, {@code /24//64}. */
    static Optional<Fault> dualLengthFault(String lengths) {
        int two = lengths.indexOf("//");
        String ip4 = two < 0 ? lengths : lengths.substring(0, two);
        if (!ip4.isEmpty() && !isNumber(ip4.substring(1), 32)) {
            return Optional.of(new Fault(Fault.Kind.PREFIX_LENGTH, 0));
        }
        return two < 0 || isNumber(lengths.substring(two + 2), 128)
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Kind.PREFIX_LENGTH, two));
    }

    private static boolean isNumber(String digits, int most) {
        return !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(digit -> Ascii.isDigit((char) digit))
                && (digits.length() == 1 || digits.charAt(0) != '0')
                && Integer.parseInt(digits) <= most;
    }
}
