package org.fourportals.linked;

import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.City;
import org.fourportals.centre.Centres;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The catalogue in force as linked data. The whole is written once for each syntax and each state of the catalogue, one at a time, and forgotten
 * where memory is short; an affair is written when it is asked for. {@code fourportals.address} is the city's public address, with which the names of things begin.
 */
@Service
public final class LinkedData {

    /** The department that keeps the catalogue of data sets. */
    static final String PUBLISHER = "data-resources";

    private final Catalogue catalogue;
    private final Centres centres;
    private final Addresses addresses;
    private @Nullable State state;
    private @Nullable DescribedData data;

    /** What was in force when the whole was described. */
    private record State(City city, List<String> versions, PublicServices services, Map<Syntax, SoftReference<Document>> written) {
    }

    /** The data sets as they were described last, for each syntax. */
    private record DescribedData(City city, Map<Syntax, SoftReference<Document>> written) {
    }

    /** A document and what identifies its exact content. */
    public record Document(byte[] bytes, String fingerprint) {
    }

    LinkedData(Catalogue catalogue, Centres centres, @Value("${fourportals.address:https://fourportals.example/}") String address) {
        this.catalogue = catalogue;
        this.centres = centres;
        this.addresses = new Addresses(address.endsWith("/") ? address : address + "/");
    }

    /** The whole catalogue with the service centres. */
    public synchronized Document whole(Syntax syntax) {
        State now = current();
        SoftReference<Document> kept = now.written().get(syntax);
        @Nullable Document document = kept == null ? null : kept.get();
        if (document == null) {
            document = document(now.services(), syntax);
            now.written().put(syntax, new SoftReference<>(document));
        }
        return document;
    }

    /** The catalogue of data sets, in the words of DCAT-AP 3; none of their data. */
    public synchronized Document datasets(Syntax syntax) {
        City city = catalogue.city();
        DescribedData known = data;
        if (known == null || known.city() != city) {
            known = new DescribedData(city, new EnumMap<>(Syntax.class));
            data = known;
        }
        SoftReference<Document> kept = known.written().get(syntax);
        @Nullable Document document = kept == null ? null : kept.get();
        if (document == null) {
            document = document(LinkedFile.write(DataCatalogue.of(city, PUBLISHER, addresses), syntax));
            known.written().put(syntax, new SoftReference<>(document));
        }
        return document;
    }

    /** One affair with all it speaks of; empty if there is no such affair. */
    public Optional<Document> find(String affair, Syntax syntax) {
        PublicServices one = describe().only(affair);
        return one.services().isEmpty() ? Optional.empty() : Optional.of(document(one, syntax));
    }

    /** What the catalogue in force says, in the vocabulary's words. */
    public synchronized PublicServices describe() {
        return current().services();
    }

    private State current() {
        City city = catalogue.city();
        List<String> versions = city.affairs().keySet().stream().map(id -> catalogue.findPlan(id).map(AffairPlan::version).orElse("")).toList();
        State known = state;
        if (known == null || known.city() != city || !known.versions().equals(versions)) {
            known = new State(city, versions, DescribedCity.of(city, catalogue::findPlan, centres.list()), new EnumMap<>(Syntax.class));
            state = known;
        }
        return known;
    }

    private Document document(PublicServices services, Syntax syntax) {
        return document(LinkedFile.write(WriteModel.of(services, addresses), syntax));
    }

    private static Document document(byte[] bytes) {
        try {
            return new Document(bytes, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads linked data back; nothing is fetched for it, and it is taken whole or refused with every fault that was found. */
    public static Reading read(byte[] bytes, Syntax syntax) {
        LinkedFile.Parsed parsed = LinkedFile.parse(bytes, syntax);
        if (!parsed.faults().isEmpty()) {
            return new Reading.Refused(parsed.faults());
        }
        List<Fault> faults = Shapes.check(parsed.model());
        return faults.isEmpty() ? ReadModel.of(parsed.model()) : new Reading.Refused(faults);
    }
}
