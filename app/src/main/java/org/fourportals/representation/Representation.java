package org.fourportals.representation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.identity.Mandate;
import org.fourportals.identity.Mandates;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Whom a resident may act for. The registers are read anew each time, so that a divorce or a changed representative counts at once. */
@Component
public class Representation {

    /** Where a subject's name stands, by its kind; the first that has one. */
    private static final Map<String, List<String[]>> NAMES = Map.of(
            "person", List.of(new String[] {"household-register", "name"}, new String[] {"resident-id-cards", "name"},
                    new String[] {"birth-certificates", "childName"}),
            "organisation", List.of(new String[][] {{"business-register", "name"}}),
            "property", List.of(new String[][] {{"real-estate-titles", "address"}}),
            "vehicle", List.of(new String[][] {{"motor-vehicles", "plateNumber"}}));
    private static final int OF_AGE = 18;

    private final Sharing sharing;
    private final Mandates mandates;
    private final CityTime time;

    Representation(Sharing sharing, Mandates mandates, CityTime time) {
        this.sharing = sharing;
        this.mandates = mandates;
        this.time = time;
    }

    /** Why someone may act for the subject. */
    public enum By { CHILD, COMPANY, MANDATE }

    /** A subject someone may act for. */
    public record Represented(Subject subject, String name, By by) {
    }

    /** A person's children under eighteen by the registers. */
    public List<Represented> listChildren(Sharing.Reason reason, Subject parent) {
        return sharing.linked(reason, parent, "child").stream()
                .filter(child -> findBirthDate(reason, child).map(day -> day.plusYears(OF_AGE).isAfter(time.today())).orElse(false))
                .map(child -> new Represented(child, nameOf(reason, child), By.CHILD)).toList();
    }

    /** Companies whose legal representative the person is, and those that gave her a mandate. */
    public List<Represented> listCompanies(Sharing.Reason reason, Subject person, String affair) {
        List<Represented> companies = new ArrayList<>(sharing.linked(reason, person, "company").stream()
                .map(company -> new Represented(company, nameOf(reason, company), By.COMPANY)).toList());
        listPrincipals(person, affair).stream().filter(p -> sharing.kindOf(p.subject()).equals("organisation"))
                .filter(p -> companies.stream().noneMatch(c -> c.subject().equals(p.subject()))).forEach(companies::add);
        return companies;
    }

    /** Whoever gave the person a mandate that is in force and covers the affair. */
    public List<Represented> listPrincipals(Subject person, String affair) {
        LocalDate today = time.today();
        return mandates.listHeldBy(person).stream().filter(m -> m.isInForce(today) && m.covers(affair))
                .map(m -> new Represented(m.principal(), m.principalName(), By.MANDATE)).distinct().toList();
    }

    /** Whom a principal gave a mandate that is in force and covers the affair. */
    public List<Represented> listAgents(Subject principal, String affair) {
        LocalDate today = time.today();
        return mandates.listGivenBy(principal).stream().filter(m -> m.isInForce(today) && m.covers(affair))
                .map(m -> new Represented(m.agent(), m.agentName(), By.MANDATE)).distinct().toList();
    }

    /** Whether a mandate that is in force lets the agent act for the principal in the affair. */
    public boolean hasMandate(Subject agent, Subject principal, String affair) {
        LocalDate today = time.today();
        return mandates.listHeldBy(agent).stream()
                .anyMatch((Mandate m) -> m.principal().equals(principal) && m.isInForce(today) && m.covers(affair));
    }

    /** Whether the registers name the person as the company's legal representative. */
    public boolean isLegalRepresentative(Sharing.Reason reason, Subject person, Subject company) {
        return sharing.kindOf(company).equals("organisation") && sharing.linked(reason, person, "company").contains(company);
    }

    /** The subject's name by the registers; its number where they have none. */
    public String nameOf(Sharing.Reason reason, Subject subject) {
        for (String[] place : NAMES.getOrDefault(sharing.kindOf(subject), List.of())) {
            Optional<String> name = sharing.read(reason, subject, place[0]).stream().flatMap(List::stream)
                    .map(record -> record.fields().get(place[1])).filter(String.class::isInstance).map(String.class::cast).findFirst();
            if (name.isPresent()) {
                return name.get();
            }
        }
        return sharing.findIdentifier(subject).orElse("");
    }

    private Optional<LocalDate> findBirthDate(Sharing.Reason reason, Subject person) {
        for (String dataset : List.of("household-register", "birth-certificates")) {
            Optional<LocalDate> day = sharing.read(reason, person, dataset).stream().flatMap(List::stream)
                    .map(record -> record.fields().get("birthDate")).filter(LocalDate.class::isInstance).map(LocalDate.class::cast)
                    .findFirst();
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }
}
