package org.fourportals.intake.internal;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fourportals.intake.Source;
import org.fourportals.intake.internal.Keys.Wrong;

/** Reads the key {@code changes} of a connector's file. */
final class ChangesKeys {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/([A-Za-z0-9_.-]+)(?:\\?(.*))?");
    private static final String NAME = "[a-z_][a-z0-9_]{0,62}";
    private static final int USUAL_PORT = 5432;

    private ChangesKeys() {
    }

    /** @param data under which the password's file lies */
    static Source.Changes read(Keys keys, String connector, Path data) {
        Matcher url = URL.matcher(keys.word("url"));
        require(url.matches(), keys, "url", "must be jdbc:postgresql://host:port/database");
        String options = url.group(4) == null ? "" : url.group(4);
        require(!options.toLowerCase(java.util.Locale.ROOT).contains("password="), keys, "url", "must not hold a password; write password-file");
        String table = keys.word("name");
        require(table.matches(NAME + "(\\." + NAME + ")?"), keys, "name", "must be a plain name in small letters, such as public.readers");
        String usual = "fourportals_" + connector.replace('-', '_');
        String slot = keys.word("slot", usual.substring(0, Math.min(63, usual.length())));
        require(slot.matches("[a-z0-9_]{1,63}"), keys, "slot", "must be small letters, digits and _");
        String publication = keys.word("publication", slot);
        require(publication.matches(NAME), keys, "publication", "must be a plain name in small letters");
        Source.Changes changes = new Source.Changes(url.group(1), url.group(2) == null ? USUAL_PORT : Integer.parseInt(url.group(2)), url.group(3), options,
                keys.word("user"), data.resolve(keys.word("password-file")).normalize(), table.contains(".") ? table : "public." + table, slot, publication,
                keys.number("again", 0, 0, 1_000_000));
        keys.close();
        return changes;
    }

    private static void require(boolean holds, Keys keys, String key, String otherwise) {
        if (!holds) {
            throw new Wrong(keys.line(key), "\"" + key + "\" " + otherwise);
        }
    }
}
