package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Base64;

/** What gateways and trackers do to a link. */
enum Wrapper {
    SAFE_LINKS {
        @Override
        String around(String link) {
            return "https://nam12.safelinks.protection.outlook.com/?url=" + escaped(link)
                    + "&data=05%7C02%7C%7C8d1f%7C0%7C0%7CUnknown%7C&sdata=q1W2%2FZ%3D&reserved=0";
        }
    },
    PROOFPOINT_1 {
        @Override
        String around(String link) {
            return "https://urldefense.proofpoint.com/v1/url?u=" + escaped(link) + "&k=oIvRg1%2BdGA%3D%3D%0A&s=d3";
        }
    },
    PROOFPOINT_2 {
        @Override
        String around(String link) {
            String every = escaped(link)
                    .replace("-", "%2D")
                    .replace("_", "%5F")
                    .replace("%2F", "_")
                    .replace('%', '-');
            return "https://urldefense.proofpoint.com/v2/url?u=" + every + "&d=DwMFaQ&c=a&r=b&m=c&s=d&e=";
        }
    },
    PROOFPOINT_3 {
        @Override
        String around(String link) {
            return ProofpointMask.of(link);
        }
    },
    BARRACUDA {
        @Override
        String around(String link) {
            return "https://linkprotect.cudasvc.com/url?a=" + escaped(link) + "&c=E,1,RVpg-Zs,&typo=1";
        }
    },
    GOOGLE {
        @Override
        String around(String link) {
            return "https://www.google.com/url?q=" + escaped(link) + "&source=gmail&ust=1795514400000000&usg=AOv";
        }
    },
    CISCO {
        @Override
        String around(String link) {
            return "https://secure-web.cisco.com/1EH1B-CLV31IF8vcULmniGDoJim0/" + escaped(link);
        }
    },
    SOPHOS {
        @Override
        String around(String link) {
            String value = Base64.getEncoder().encodeToString(link.getBytes(UTF_8));
            return "https://eu-central-1.protection.sophos.com/?d=x.example&u=" + value + "&i=NjJk&h=0d5a&s=AVN";
        }
    },
    TREND_MICRO {
        @Override
        String around(String link) {
            return "https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url="
                    + escaped(link).replaceAll("%2F", "%2f") + "&umid=1A2B&auth=c3d4";
        }
    },
    FIREEYE {
        @Override
        String around(String link) {
            return "https://protect2.fireeye.com/v1/url?k=6f7d-30e6&q=1&e=776d&u=" + escaped(link);
        }
    },
    SYMANTEC {
        @Override
        String around(String link) {
            return "https://clicktime.symantec.com/3KG6rdmTz1vDaXhB?u=" + escaped(link);
        }
    };

    abstract String around(String link);

    static String escaped(String link) {
        return URLEncoder.encode(link, UTF_8);
    }

    /** The masking of Proofpoint v3, whose runs are counted in octets. */
    private static final class ProofpointMask {

        private static final String SPECIAL = "?=&%+;,!$'()*";
        private static final String LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        static String of(String link) {
            StringBuilder masked = new StringBuilder();
            ByteArrayOutputStream replaced = new ByteArrayOutputStream();
            int at = 0;
            while (at < link.length()) {
                int end = at;
                while (end < link.length() && SPECIAL.indexOf(link.charAt(end)) >= 0) {
                    end++;
                }
                if (end == at) {
                    masked.append(link.charAt(at++));
                } else {
                    masked.append(end - at == 1 ? "*" : "**" + LENGTHS.charAt(end - at - 2));
                    replaced.writeBytes(link.substring(at, end).getBytes(US_ASCII));
                    at = end;
                }
            }
            String octets = Base64.getUrlEncoder().withoutPadding().encodeToString(replaced.toByteArray());
            return "https://urldefense.com/v3/__" + masked + "__;" + octets + "!!AbC!xYz-1_2$";
        }
    }
}
