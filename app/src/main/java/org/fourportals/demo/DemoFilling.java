package org.fourportals.demo;

import java.util.Map;
import java.util.Set;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.Account;
import org.fourportals.identity.Accounts;
import org.fourportals.identity.Accounts.Card;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.city.DemoCity;
import org.fourportals.pool.city.DemoPeople;
import org.fourportals.pool.city.DemoPerson;
import org.fourportals.sharing.Grants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** At the first start of a demo: its residents and records, its accounts, and what departments grant to each affair. Repeated, it changes nothing. */
@Component
@ConditionalOnProperty("fourportals.demo")
class DemoFilling implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFilling.class);
    private static final long SEED = 20_260_101;
    private static final Map<String, Set<String>> FOR_REPRESENTATION = Map.of(
            "household-register", Set.of("name", "birthDate"),
            "resident-id-cards", Set.of("name"),
            "birth-certificates", Set.of("childName", "birthDate"),
            "business-register", Set.of("name", "status"),
            "real-estate-titles", Set.of("address"),
            "motor-vehicles", Set.of("plateNumber"));

    private final Pool pool;
    private final Accounts accounts;
    private final Grants grants;
    private final Catalogue catalogue;
    private final CityTime time;
    private final int residents;

    DemoFilling(Pool pool, Accounts accounts, Grants grants, Catalogue catalogue, CityTime time,
            @Value("${fourportals.demo-residents:20000}") int residents) {
        this.pool = pool;
        this.accounts = accounts;
        this.grants = grants;
        this.catalogue = catalogue;
        this.time = time;
        this.residents = residents;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!DemoCity.loadedIn(pool)) {
            LOG.info("Filling the demo city: {} residents", residents);
            long records = DemoCity.in(pool, SEED, residents, time.today()).loadInto(pool, (done, of) -> { });
            LOG.info("The demo city has {} records", records);
        }
        grantAll();
        if (accounts.isEmpty()) {
            DemoPeople.all().forEach(this::register);
            DemoStaff.all().forEach(staff -> accounts.register(staff, DemoAccess.PASSWORD, null));
        }
    }

    /** Each affair may read what its file names, and nothing else. */
    private void grantAll() {
        FOR_REPRESENTATION.forEach((dataset, fields) -> grants.grant(Grants.REPRESENTATION, dataset, fields, "law of agency"));
        catalogue.affairs().stream().map(affair -> catalogue.findPlan(affair.id())).flatMap(java.util.Optional::stream)
                .forEach(plan -> catalogue.reads(plan).forEach((dataset, fields) ->
                        grants.grant(plan.affair().id(), dataset, fields, plan.laws().isEmpty() ? "-" : plan.laws().getFirst().id())));
    }

    private void register(DemoPerson person) {
        Subject subject = new Subject(pool.subjectOf(Identifier.residentId(person.residentId().toString())).orElseThrow().number());
        accounts.register(Account.resident(person.key(), new Text(person.nameZh(), person.nameLatin()), subject), DemoAccess.PASSWORD,
                new Card(person.residentId().toString(), DemoAccess.CARD_CODE));
    }
}
