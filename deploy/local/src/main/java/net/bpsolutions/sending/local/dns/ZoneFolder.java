package net.bpsolutions.sending.local.dns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The zones of a folder, as its {@code *.zone} files were when last looked at. */
final class ZoneFolder {

    private record State(FileTime modified, long size) {}

    private record Loaded(State state, @Nullable Zone zone) {}

    private final Path folder;
    private final Consumer<String> notices;
    private Map<Path, Loaded> files = Map.of();
    private volatile World world = new World(List.of());

    /** @param notices told in one line about a file that cannot be read; its last good version stays in force */
    ZoneFolder(Path folder, Consumer<String> notices) {
        this.folder = folder;
        this.notices = notices;
    }

    World world() {
        return world;
    }

    /** Reads the files that are new or changed since the last call and forgets those that are gone. */
    synchronized void refresh() {
        Map<Path, State> present = states();
        if (unchanged(present)) {
            return;
        }
        Map<Path, Loaded> now = new HashMap<>();
        present.forEach((file, state) -> now.put(file, load(file, state)));
        files = now;
        world = new World(new TreeMap<>(now)
                .values().stream()
                        .flatMap(loaded -> Stream.ofNullable(loaded.zone()))
                        .toList());
    }

    private boolean unchanged(Map<Path, State> present) {
        return present.size() == files.size()
                && present.entrySet().stream().allMatch(entry -> {
                    Loaded loaded = files.get(entry.getKey());
                    return loaded != null && loaded.state().equals(entry.getValue());
                });
    }

    private Loaded load(Path file, State state) {
        Loaded before = files.get(file);
        if (before != null && before.state().equals(state)) {
            return before;
        }
        try {
            return new Loaded(state, ZoneFile.read(file));
        } catch (IOException e) {
            notices.accept("Zone file not used: " + e.getMessage());
            return new Loaded(state, before == null ? null : before.zone());
        }
    }

    private Map<Path, State> states() {
        Map<Path, State> states = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ZoneFile.SUFFIX)) {
            for (Path file : entries) {
                note(file, states);
            }
        } catch (IOException e) {
            notices.accept("Zone folder " + folder + " cannot be read.");
            files.forEach((file, loaded) -> states.put(file, loaded.state()));
        }
        return states;
    }

    private static void note(Path file, Map<Path, State> states) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            states.put(file, new State(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException e) {
            // Removed between listing and looking: the same as not listed.
            states.remove(file);
        }
    }
}
