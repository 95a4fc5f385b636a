package org.fourportals.linked;

import java.util.Locale;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.fourportals.base.Text;
import org.fourportals.linked.PublicServices.Channel;
import org.fourportals.linked.PublicServices.Cost;
import org.fourportals.linked.PublicServices.Evidence;
import org.fourportals.linked.PublicServices.Output;
import org.fourportals.linked.PublicServices.Requirement;
import org.fourportals.linked.PublicServices.Service;
import org.jspecify.annotations.Nullable;

/** Makes a graph of public services. */
final class WriteModel {

    private final Model model = ModelFactory.createDefaultModel();
    private final Addresses addresses;

    private WriteModel(Addresses addresses) {
        this.addresses = addresses;
        Vocabulary.PREFIXES.forEach(model::setNsPrefix);
    }

    static Model of(PublicServices all, Addresses addresses) {
        var write = new WriteModel(addresses);
        all.organisations().forEach(o -> write.organisation(o.id(), o.name()));
        all.laws().forEach(l -> write.law(l.id(), l.name()));
        all.events().forEach(e -> write.named(write.shared("event", e.id()), Vocabulary.EVENT, e.id(), e.name()));
        all.channels().forEach(write::channel);
        all.documents().forEach(d -> write.named(write.shared("document", d.id()), Vocabulary.EVIDENCE_TYPE, d.id(), d.name()));
        all.services().forEach(write::service);
        return write.model;
    }

    private void organisation(String id, Text name) {
        Resource city = model.createResource(addresses.shared("territory", "city")).addProperty(RDF.type, Vocabulary.TERRITORY);
        Resource organisation = shared("department", id).addProperty(RDF.type, Vocabulary.PUBLIC_ORGANISATION)
                .addProperty(RDF.type, Vocabulary.ORGANIZATION).addProperty(Vocabulary.IDENTIFIER, id).addProperty(Vocabulary.SPATIAL, city);
        say(organisation, Vocabulary.PREF_LABEL, name);
    }

    private void law(String id, Text name) {
        Resource law = shared("law", id).addProperty(RDF.type, Vocabulary.LEGAL_RESOURCE);
        say(law, Vocabulary.TITLE, name);
        Resource rule = named(shared("rule", id), Vocabulary.RULE, id, name).addProperty(Vocabulary.IMPLEMENTS, law);
        say(rule, Vocabulary.DESCRIPTION, name);
    }

    private void channel(Channel channel) {
        Resource it = named(shared("channel", channel.id()), Vocabulary.CHANNEL, channel.id(), channel.name());
        String portal = channel.partOf();
        it.addProperty(Vocabulary.TYPE, concept("channel-type", portal == null ? channel.id() : portal));
        if (portal != null) {
            it.addProperty(Vocabulary.IS_PART_OF, shared("channel", portal));
        }
        if (channel.address() != null) {
            Resource address = shared("address", channel.id()).addProperty(RDF.type, Vocabulary.ADDRESS);
            say(address, Vocabulary.FULL_ADDRESS, channel.address());
            it.addProperty(Vocabulary.LOCN_ADDRESS, address);
        }
        say(it, Vocabulary.DESCRIPTION, channel.hours());
    }

    private void service(Service service) {
        Resource it = named(model.createResource(addresses.ofAffair("service", service.id())), Vocabulary.PUBLIC_SERVICE, service.id(), service.name())
                .addProperty(Vocabulary.HAS_COMPETENT_AUTHORITY, shared("department", service.authority()))
                .addProperty(Vocabulary.AUDIENCE, concept("audience", service.audience()))
                .addProperty(Vocabulary.IS_GROUPED_BY, shared("event", service.event()))
                .addProperty(Vocabulary.STATUS, concept("status", service.online() ? "online" : "described"))
                .addProperty(Vocabulary.PROCESSING_TIME, "P" + service.processingDays() + "D", XSDDatatype.XSDduration)
                .addProperty(Vocabulary.LANGUAGE, language("ZHO")).addProperty(Vocabulary.LANGUAGE, language("ENG"));
        say(it, Vocabulary.DESCRIPTION, service.description());
        service.laws().forEach(law -> it.addProperty(Vocabulary.FOLLOWS, shared("rule", law))
                .addProperty(Vocabulary.HAS_LEGAL_RESOURCE, shared("law", law)));
        service.channels().forEach(channel -> it.addProperty(Vocabulary.HAS_CHANNEL, shared("channel", channel)));
        service.requirements().forEach(requirement -> requirement(it, requirement));
        if (service.output() != null) {
            it.addProperty(Vocabulary.PRODUCES, output(service.output()));
        }
        service.costs().forEach(cost -> it.addProperty(Vocabulary.HAS_COST, cost(cost)));
    }

    private void requirement(Resource service, Requirement requirement) {
        Resource it = named(model.createResource(addresses.ofAffair("requirement", requirement.id())), Vocabulary.REQUIREMENT, requirement.id(),
                requirement.name());
        say(it, Vocabulary.DESCRIPTION, requirement.why());
        service.addProperty(Vocabulary.HOLDS_REQUIREMENT, it);
        for (Evidence each : requirement.evidence()) {
            Resource evidence = named(model.createResource(addresses.ofAffair("evidence", each.id())), Vocabulary.EVIDENCE, each.id(), each.name())
                    .addProperty(Vocabulary.TYPE, concept("evidence-way", each.way().name().toLowerCase(Locale.ROOT)))
                    .addProperty(Vocabulary.SUPPORTS_REQUIREMENT, it);
            say(evidence, Vocabulary.DESCRIPTION, each.words());
            if (each.document() != null) {
                evidence.addProperty(Vocabulary.CONFORMS_TO, shared("document", each.document()));
                service.addProperty(Vocabulary.HAS_INPUT_TYPE, shared("document", each.document()));
            }
            it.addProperty(Vocabulary.HAS_SUPPORTING_EVIDENCE, evidence);
            service.addProperty(Vocabulary.HAS_INPUT, evidence);
        }
    }

    private Resource output(Output output) {
        Resource it = named(model.createResource(addresses.ofAffair("output", output.id())), Vocabulary.OUTPUT, output.id(), output.name())
                .addProperty(Vocabulary.TYPE, concept("output-kind", output.kind()));
        say(it, Vocabulary.DESCRIPTION, output.says());
        return it;
    }

    private Resource cost(Cost cost) {
        Resource currency = model.createResource(Vocabulary.CURRENCIES + cost.currency()).addProperty(RDF.type, Vocabulary.CONCEPT)
                .addProperty(Vocabulary.IDENTIFIER, cost.currency());
        Resource it = model.createResource(addresses.ofAffair("cost", cost.id())).addProperty(RDF.type, Vocabulary.COST)
                .addProperty(Vocabulary.IDENTIFIER, cost.id()).addProperty(Vocabulary.CURRENCY, currency)
                .addProperty(Vocabulary.HAS_VALUE, cost.amount(), XSDDatatype.XSDdouble);
        say(it, Vocabulary.DESCRIPTION, cost.purpose());
        return it;
    }

    private Resource language(String code) {
        return model.createResource(Vocabulary.LANGUAGES + code).addProperty(RDF.type, Vocabulary.LINGUISTIC_SYSTEM);
    }

    private Resource concept(String scheme, String id) {
        return shared(scheme, id).addProperty(RDF.type, Vocabulary.CONCEPT).addProperty(Vocabulary.IDENTIFIER, id);
    }

    private Resource shared(String kind, String id) {
        return model.createResource(addresses.shared(kind, id));
    }

    private Resource named(Resource it, Resource type, String id, Text name) {
        say(it.addProperty(RDF.type, type).addProperty(Vocabulary.IDENTIFIER, id), Vocabulary.TITLE, name);
        return it;
    }

    private static void say(Resource it, Property property, @Nullable Text text) {
        if (text != null) {
            it.addProperty(property, text.zh(), "zh").addProperty(property, text.en(), "en");
        }
    }
}
