package net.bpsolutions.sending.registry.browser;

import java.util.List;
import java.util.Map;

/** What pages are looked at on. */
public enum Screen {
    PHONE(360, 780, false),
    PHONE_DARK(360, 780, true),
    DESK(1440, 900, false),
    DESK_DARK(1440, 900, true);

    private final int width;
    private final int height;
    private final boolean dark;

    Screen(int width, int height, boolean dark) {
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    int width() {
        return width;
    }

    /** For the name of a file. */
    String label() {
        return width + (dark ? "-dark" : "-light");
    }

    /** CSS pixels (Chrome DevTools Protocol, Emulation.setDeviceMetricsOverride). */
    Map<String, Object> metrics() {
        return Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600);
    }

    /** The reader's choice of colours (Chrome DevTools Protocol, Emulation.setEmulatedMedia). */
    Map<String, Object> media() {
        return Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light")));
    }
}
