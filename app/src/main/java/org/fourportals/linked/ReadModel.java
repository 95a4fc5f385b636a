package org.fourportals.linked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.fourportals.base.Text;
import org.fourportals.linked.PublicServices.Channel;
import org.fourportals.linked.PublicServices.Cost;
import org.fourportals.linked.PublicServices.DocumentType;
import org.fourportals.linked.PublicServices.Event;
import org.fourportals.linked.PublicServices.Evidence;
import org.fourportals.linked.PublicServices.Law;
import org.fourportals.linked.PublicServices.Organisation;
import org.fourportals.linked.PublicServices.Output;
import org.fourportals.linked.PublicServices.Requirement;
import org.fourportals.linked.PublicServices.Service;
import org.fourportals.linked.PublicServices.Way;
import org.jspecify.annotations.Nullable;

/** Reads public services out of a graph that the shapes accept. Properties that we do not know are passed over, as the vocabulary asks. */
final class ReadModel {

    private final Model model;
    private final GraphFacts facts = new GraphFacts();

    private ReadModel(Model model) {
        this.model = model;
    }

    static Reading of(Model model) {
        var read = new ReadModel(model);
        var services = new PublicServices(read.all(Vocabulary.PUBLIC_ORGANISATION, (it, id) -> new Organisation(id, read.text(it, Vocabulary.PREF_LABEL))),
                read.all(Vocabulary.RULE, (it, id) -> new Law(id, read.text(it, Vocabulary.TITLE))),
                read.all(Vocabulary.EVENT, (it, id) -> new Event(id, read.text(it, Vocabulary.TITLE))),
                read.all(Vocabulary.CHANNEL, read::channel),
                read.all(Vocabulary.EVIDENCE_TYPE, (it, id) -> new DocumentType(id, read.text(it, Vocabulary.TITLE))),
                read.all(Vocabulary.PUBLIC_SERVICE, read::service));
        if (services.services().isEmpty()) {
            read.facts.fault("There is no public service (cpsv:PublicService) in it");
        }
        return read.facts.faults().isEmpty() ? new Reading.Read(services) : new Reading.Refused(read.facts.faults());
    }

    /** All things of a type; no two may have one identifier. */
    private <T> List<T> all(Resource type, BiFunction<Resource, String, T> make) {
        List<T> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Resource it : model.listResourcesWithProperty(org.apache.jena.vocabulary.RDF.type, type).toList()) {
            String id = facts.identifier(it);
            if (!ids.add(id)) {
                facts.fault("Two things of the type " + type.getLocalName() + " have the identifier " + GraphFacts.shortened(id));
            }
            found.add(make.apply(it, id));
        }
        return found;
    }

    private Channel channel(Resource it, String id) {
        Resource whole = facts.findThing(it, Vocabulary.IS_PART_OF);
        Resource address = facts.findThing(it, Vocabulary.LOCN_ADDRESS);
        return new Channel(id, text(it, Vocabulary.TITLE), whole == null ? null : facts.identifier(whole),
                address == null ? null : text(address, Vocabulary.FULL_ADDRESS), facts.findText(it, Vocabulary.DESCRIPTION));
    }

    private Service service(Resource it, String id) {
        Resource output = facts.findThing(it, Vocabulary.PRODUCES);
        return new Service(id, text(it, Vocabulary.TITLE), text(it, Vocabulary.DESCRIPTION), code(it, Vocabulary.HAS_COMPETENT_AUTHORITY),
                code(it, Vocabulary.AUDIENCE), code(it, Vocabulary.IS_GROUPED_BY), code(it, Vocabulary.STATUS).equals("online"), facts.days(it),
                things(it, Vocabulary.FOLLOWS, facts::identifier), things(it, Vocabulary.HAS_CHANNEL, facts::identifier),
                things(it, Vocabulary.HOLDS_REQUIREMENT, this::requirement), output == null ? null : output(output),
                things(it, Vocabulary.HAS_COST, this::cost));
    }

    private Requirement requirement(Resource it) {
        return new Requirement(facts.identifier(it), text(it, Vocabulary.TITLE), facts.findText(it, Vocabulary.DESCRIPTION),
                things(it, Vocabulary.HAS_SUPPORTING_EVIDENCE, this::evidence));
    }

    private Evidence evidence(Resource it) {
        Resource document = facts.findThing(it, Vocabulary.CONFORMS_TO);
        return new Evidence(facts.identifier(it), way(it), text(it, Vocabulary.TITLE), facts.findText(it, Vocabulary.DESCRIPTION),
                document == null ? null : facts.identifier(document));
    }

    private Way way(Resource it) {
        String name = code(it, Vocabulary.TYPE);
        return Arrays.stream(Way.values()).filter(w -> w.name().toLowerCase(Locale.ROOT).equals(name)).findFirst().orElseGet(() -> {
            facts.fault(GraphFacts.name(it) + " is evidence of an unknown type (dct:type): " + GraphFacts.shortened(name));
            return Way.ORIGINAL;
        });
    }

    private Output output(Resource it) {
        return new Output(facts.identifier(it), text(it, Vocabulary.TITLE), text(it, Vocabulary.DESCRIPTION), code(it, Vocabulary.TYPE));
    }

    private Cost cost(Resource it) {
        return new Cost(facts.identifier(it), facts.amount(it), code(it, Vocabulary.CURRENCY), facts.findText(it, Vocabulary.DESCRIPTION));
    }

    private <T> List<T> things(Resource it, Property property, Function<Resource, T> make) {
        return facts.things(it, property).stream().map(make).toList();
    }

    private Text text(Resource it, Property property) {
        return facts.text(it, property);
    }

    /** The identifier of the one thing that a property leads to. */
    private String code(Resource it, Property property) {
        @Nullable Resource thing = facts.findThing(it, property);
        if (thing == null) {
            facts.fault(GraphFacts.name(it) + " lacks " + GraphFacts.name(property));
            return GraphFacts.MISSING;
        }
        return facts.identifier(thing);
    }
}
