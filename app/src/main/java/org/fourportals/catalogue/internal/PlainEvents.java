package org.fourportals.catalogue.internal;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a file's parts one after the other and stops at the first that the plain part of YAML does not have. */
final class PlainEvents implements Parser {

    /** What stands there, and how to mend it. */
    static final class NotPlain extends YamlEngineException {

        private static final long serialVersionUID = 1L;

        final int line;
        final String what;
        final String remedy;

        NotPlain(Event event, String what, String remedy) {
            super(what);
            this.line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            this.what = what;
            this.remedy = remedy;
        }
    }

    private static final int DEEPEST = 12;

    private final Parser parser;
    private int depth;

    PlainEvents(LoadSettings settings, String text) {
        parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    @Override
    public boolean checkEvent(Event.ID kind) {
        return parser.checkEvent(kind);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEEPEST) {
            throw new NotPlain(event, "Keys are nested too deeply", "Follow the form in docs/catalogue-format.md.");
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new NotPlain(event, "Anchors (&) and aliases (*) are not allowed", "Write the value out; put a text that begins with & or * in quotes.");
        }
        return event;
    }
}
