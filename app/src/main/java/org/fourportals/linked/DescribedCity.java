package org.fourportals.linked;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.City;
import org.fourportals.centre.Centre;
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

/** Says in the vocabulary's words what the catalogue says in its own. */
final class DescribedCity {

    /** The portal that the service centres are part of. */
    static final String COUNTER = "counter";

    private static final List<Channel> PORTALS = List.of(portal("web", "网页办理", "On the web"), portal("mobile", "手机办理", "On a phone"),
            portal("kiosk", "自助机办理", "At a self-service machine"), portal(COUNTER, "窗口办理", "At a service window"));

    private final City city;
    private final Function<String, Optional<AffairPlan>> plans;

    private DescribedCity(City city, Function<String, Optional<AffairPlan>> plans) {
        this.city = city;
        this.plans = plans;
    }

    static PublicServices of(City city, Function<String, Optional<AffairPlan>> plans, List<Centre> centres) {
        var described = new DescribedCity(city, plans);
        return new PublicServices(city.departments().values().stream().map(d -> new Organisation(d.id(), d.name())).toList(),
                city.laws().values().stream().map(l -> new Law(l.id(), l.name())).toList(),
                city.lifeEvents().values().stream().map(e -> new Event(e.id(), e.name())).toList(),
                Stream.concat(PORTALS.stream(), centres.stream().map(DescribedCity::centre)).toList(),
                city.documents().entrySet().stream().map(d -> new DocumentType(d.getKey(), d.getValue())).toList(),
                city.affairs().values().stream().map(described::service).toList());
    }

    private static Channel portal(String id, String zh, String en) {
        return new Channel(id, new Text(zh, en), null, null, null);
    }

    private static Channel centre(Centre centre) {
        return new Channel("centre-" + centre.id(), centre.name(), COUNTER, centre.address(),
                new Text(centre.hours().in(Language.ZH), centre.hours().in(Language.EN)));
    }

    private Service service(Affair affair) {
        String audience = affair.audience().name().toLowerCase(Locale.ROOT);
        return plans.apply(affair.id()).map(plan -> new Service(affair.id(), affair.name(), plan.plain(), affair.department(), audience,
                affair.lifeEvent(), true, affair.promisedDays(), plan.laws().stream().map(AffairPlan.Law::id).toList(),
                PORTALS.stream().map(Channel::id).toList(), plan.requirements().stream().map(r -> requirement(affair.id(), r)).toList(),
                new Output(affair.id() + "/result", plan.result().name(), plan.result().says(), plan.result().kind()),
                List.of(cost(affair.id(), plan.fee()))))
                .orElseGet(() -> new Service(affair.id(), affair.name(), described(affair), affair.department(), audience, affair.lifeEvent(),
                        false, affair.promisedDays(), List.of(), List.of(), List.of(), null, List.of()));
    }

    private Text described(Affair affair) {
        Text department = Optional.ofNullable(city.departments().get(affair.department())).orElseThrow().name();
        return new Text("由" + department.zh() + "办理，目前还不能在这里申请。", "Settled by " + department.en() + ". It cannot be applied for here yet.");
    }

    private static Cost cost(String affair, AffairPlan.Fee fee) {
        return new Cost(affair + "/fee", plain(new BigDecimal(fee.yuan())), "CNY", fee.purpose());
    }

    /** Without zeros that say nothing, so that 10 and 10.00 are the same amount. */
    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private Requirement requirement(String affair, AffairPlan.Requirement requirement) {
        String id = affair + "/" + requirement.id();
        List<Evidence> evidence = new ArrayList<>();
        for (AffairPlan.Evidence each : requirement.evidence()) {
            evidence.add(evidence(id + "/" + (evidence.size() + 1), requirement, each));
        }
        return new Requirement(id, requirement.name(), requirement.why(), evidence);
    }

    private Evidence evidence(String id, AffairPlan.Requirement requirement, AffairPlan.Evidence evidence) {
        String document = requirement.document();
        Text paper = document == null ? requirement.name() : city.documents().getOrDefault(document, requirement.name());
        return switch (evidence) {
            case AffairPlan.Evidence.Pool pool -> new Evidence(id, Way.POOL, dataset(pool.dataset(), requirement.name()), null, null);
            case AffairPlan.Evidence.Wallet _ -> paper(id, Way.WALLET, paper, document);
            case AffairPlan.Evidence.Upload _ -> paper(id, Way.UPLOAD, paper, document);
            case AffairPlan.Evidence.Original _ -> paper(id, Way.ORIGINAL, paper, document);
            case AffairPlan.Evidence.Declaration words -> new Evidence(id, Way.DECLARATION, requirement.name(), words.text(), null);
        };
    }

    private static Evidence paper(String id, Way way, Text name, @Nullable String document) {
        return new Evidence(id, way, name, null, document);
    }

    private Text dataset(String id, Text otherwise) {
        return Optional.ofNullable(city.datasets().get(id)).map(d -> d.name()).orElse(otherwise);
    }
}
