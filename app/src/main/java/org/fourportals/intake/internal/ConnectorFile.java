package org.fourportals.intake.internal;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fourportals.intake.Connector;
import org.fourportals.intake.ConnectorFault;
import org.fourportals.intake.Mapping;
import org.fourportals.intake.Source;
import org.fourportals.intake.internal.Keys.Wrong;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.IdentifierType;

/** Reads a connector's file, form in docs/operations.md, and refuses what could only fail later. */
public final class ConnectorFile {

    private final DataSets datasets;
    private final Path data;

    /** @param data under whose folder {@code intake} relative paths lie */
    public ConnectorFile(DataSets datasets, Path data) {
        this.datasets = datasets;
        this.data = data;
    }

    /** A file that was refused. */
    public static final class Refused extends Exception {
        private final transient ConnectorFault fault;

        Refused(ConnectorFault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        public ConnectorFault fault() {
            return fault;
        }
    }

    public Connector read(String name, String text) throws Refused {
        try {
            Keys keys = Keys.of(text);
            Connector connector = read(keys, text);
            keys.close();
            return connector;
        } catch (Wrong wrong) {
            throw new Refused(new ConnectorFault(name, wrong.line, String.valueOf(wrong.getMessage())));
        }
    }

    private Connector read(Keys keys, String text) {
        String id = keys.word("id");
        require(id.matches("[a-z][a-z0-9-]{0,62}"), keys, "id", "must be small letters, digits and dashes");
        DataSet dataset = datasets.find(keys.word("dataset")).orElseThrow(() -> new Wrong(keys.line("dataset"), "no data set is called so"));
        String department = keys.word("department");
        require(department.equals(dataset.department()), keys, "department", "must be " + dataset.department() + ", which holds " + dataset.id());
        return new Connector(id, department, dataset.id(), source(keys), mapping(keys, dataset), text);
    }

    private Source source(Keys keys) {
        if (keys.has("folder")) {
            return folder(keys.below("folder"));
        }
        if (keys.has("table")) {
            return table(keys.below("table"));
        }
        if (keys.has("topic")) {
            return topic(keys.below("topic"));
        }
        if (keys.has("changes")) {
            return ChangesKeys.read(keys.below("changes"), keys.word("id"), data);
        }
        if (keys.has("push")) {
            require(keys.word("push").equals("signed"), keys, "push", "must be: signed");
            return new Source.Push();
        }
        throw new Wrong(1, "where the rows come from is missing; write folder:, table:, changes:, topic: or push: signed");
    }

    private Source folder(Keys keys) {
        String encoding = keys.word("encoding", "auto");
        require(encoding.equals("auto") || isCharset(encoding), keys, "encoding", "is no encoding; write auto, UTF-8 or GB18030");
        String delimiter = keys.word("delimiter", ",").replace("tab", "\t");
        require(delimiter.length() == 1 && !delimiter.equals("\""), keys, "delimiter", "must be one character, or tab");
        Path path = data.resolve("intake").resolve(keys.word("path")).normalize();
        keys.close();
        return new Source.Folder(path, encoding, delimiter.charAt(0));
    }

    private Source table(Keys keys) {
        String url = keys.word("url");
        require(url.matches("jdbc:(postgresql|mariadb)://.+"), keys, "url", "must begin with jdbc:postgresql:// or jdbc:mariadb://");
        require(!url.matches("(?i).*password=.*"), keys, "url", "must not hold a password; write password-file");
        for (String name : List.of("name", "watermark", "key")) {
            require(keys.word(name).matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?"), keys, name, "must be a plain name, without quotes");
        }
        Source.Table table = new Source.Table(url, keys.word("user"), data.resolve(keys.word("password-file")).normalize(), keys.word("name"),
                keys.word("watermark"), keys.word("key"), keys.number("overlap", 600, 0, 10_000_000), keys.number("fetch", 1_000, 1, 100_000));
        keys.close();
        return table;
    }

    private Source topic(Keys keys) {
        String brokers = keys.word("brokers");
        require(brokers.matches("[A-Za-z0-9.-]+:[0-9]{1,5}(,[A-Za-z0-9.-]+:[0-9]{1,5})*"), keys, "brokers", "must be hosts with ports, such as kafka-1:9092,kafka-2:9092");
        String name = keys.word("name");
        require(name.matches("[A-Za-z0-9._-]{1,249}"), keys, "name", "is no name of a topic");
        Path properties = keys.has("properties-file") ? data.resolve(keys.word("properties-file")).normalize() : null;
        Source.Topic topic = new Source.Topic(brokers, name, properties, keys.number("again", 0, 0, 1_000_000));
        keys.close();
        return topic;
    }

    private static Mapping mapping(Keys keys, DataSet dataset) {
        Map<IdentifierType, String> subject = new LinkedHashMap<>();
        Keys named = keys.below("subject");
        named.all().forEach((word, column) -> subject.put(identifierType(named, word, dataset), column));
        Map<String, String> fields = new LinkedHashMap<>();
        if (keys.has("fields")) {
            Keys renamed = keys.below("fields");
            renamed.all().forEach((field, column) -> {
                require(dataset.field(field).isPresent(), renamed, field, "is no field of " + dataset.id());
                fields.put(field, column);
            });
        }
        Mapping.Deletion deletion = null;
        if (keys.has("deleted")) {
            Keys deleted = keys.below("deleted");
            deletion = new Mapping.Deletion(deleted.word("column"), deleted.word("value"));
            deleted.close();
        }
        return new Mapping(keys.words("record-id"), subject, keys.has("changes") ? Mapping.LOG_POSITION : keys.word("version"), fields, deletion);
    }

    private static IdentifierType identifierType(Keys keys, String word, DataSet dataset) {
        try {
            IdentifierType type = IdentifierType.ofWord(word);
            require(type.kind() == dataset.subject(), keys, word, "leads to another kind of subject than " + dataset.id() + " is about");
            return type;
        } catch (IllegalArgumentException e) {
            throw new Wrong(keys.line(word), String.valueOf(e.getMessage()));
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean holds, Keys keys, String key, String otherwise) {
        if (!holds) {
            throw new Wrong(keys.line(key), "\"" + key + "\" " + otherwise);
        }
    }
}
