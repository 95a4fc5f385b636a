package org.fourportals.linked;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the vocabulary can say of a city's affairs, free of any syntax. Two of them are equal when they say the same: lists are in the order of
 * their ids, since a graph has no order.
 */
public record PublicServices(List<Organisation> organisations, List<Law> laws, List<Event> events, List<Channel> channels,
        List<DocumentType> documents, List<Service> services) {

    public PublicServices {
        organisations = sorted(organisations, Organisation::id);
        laws = sorted(laws, Law::id);
        events = sorted(events, Event::id);
        channels = sorted(channels, Channel::id);
        documents = sorted(documents, DocumentType::id);
        services = sorted(services, Service::id);
    }

    /** A department that is the competent authority of affairs. */
    public record Organisation(String id, Text name) {
    }

    /** A law as the rule that affairs follow. */
    public record Law(String id, Text name) {
    }

    /** An occasion in life or business that groups affairs. */
    public record Event(String id, Text name) {
    }

    /**
     * Where an affair is settled: one of the four portals, or a service centre, which is part of the portal `partOf` and has an address and
     * hours.
     */
    public record Channel(String id, Text name, @Nullable String partOf, @Nullable Text address, @Nullable Text hours) {
    }

    /** A type of document that people hand in. */
    public record DocumentType(String id, Text name) {
    }

    /**
     * An affair as a public service.
     *
     * @param audience       person or organisation
     * @param online         whether it can be settled at the portals; else it is only described
     * @param processingDays promised working days; 0 is at once
     * @param output         null where it is only described
     */
    public record Service(String id, Text name, Text description, String authority, String audience, String event, boolean online,
            int processingDays, List<String> laws, List<String> channels, List<Requirement> requirements, @Nullable Output output,
            List<Cost> costs) {

        public Service {
            laws = sorted(laws, law -> law);
            channels = sorted(channels, channel -> channel);
            requirements = sorted(requirements, Requirement::id);
            costs = sorted(costs, Cost::id);
        }
    }

    /** What has to be shown; any one of its evidence does. */
    public record Requirement(String id, Text name, @Nullable Text why, List<Evidence> evidence) {

        public Requirement {
            evidence = sorted(evidence, Evidence::id);
        }
    }

    /** One way to satisfy a requirement; `document` is the type of the document, where it is one. */
    public record Evidence(String id, Way way, Text name, @Nullable Text words, @Nullable String document) {
    }

    /** How evidence comes to the city. */
    public enum Way { POOL, WALLET, UPLOAD, DECLARATION, ORIGINAL }

    /** What is issued, of a kind such as certificate or licence. */
    public record Output(String id, Text name, Text says, String kind) {
    }

    /** What it costs, as a plain decimal number, such as 10 or 0.5, in a currency's three letters. */
    public record Cost(String id, String amount, String currency, @Nullable Text purpose) {
    }

    /** One service with all it speaks of and nothing else; the centres stay in the whole. Without services if there is no such one. */
    public PublicServices only(String id) {
        List<Service> one = services.stream().filter(s -> s.id().equals(id)).toList();
        Set<String> words = one.stream().flatMap(s -> Stream.of(s.laws().stream().map(l -> "law " + l), s.channels().stream().map(c -> "channel " + c),
                s.requirements().stream().flatMap(r -> r.evidence().stream()).map(e -> "document " + e.document()),
                Stream.of("authority " + s.authority(), "event " + s.event())).flatMap(w -> w)).collect(Collectors.toSet());
        return new PublicServices(organisations.stream().filter(o -> words.contains("authority " + o.id())).toList(),
                laws.stream().filter(l -> words.contains("law " + l.id())).toList(),
                events.stream().filter(e -> words.contains("event " + e.id())).toList(),
                channels.stream().filter(c -> words.contains("channel " + c.id())).toList(),
                documents.stream().filter(d -> words.contains("document " + d.id())).toList(), one);
    }

    private static <T> List<T> sorted(List<T> items, Function<T, String> id) {
        return items.stream().sorted(Comparator.comparing(id)).toList();
    }
}
