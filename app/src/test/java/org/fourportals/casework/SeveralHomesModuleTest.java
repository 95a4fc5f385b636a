package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.casework.CaseContent.Linked;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.intake.DepartmentRecords;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.fourportals.pool.Pool;
import org.fourportals.pool.SubjectKind;
import org.junit.jupiter.api.Test;

/** Where the registers know several homes, the applicant says which one the affair is about; nothing is read of the others. */
class SeveralHomesModuleTest {

    private static final List<String> ADDRESSES = List.of("杭州市西湖区桂花街7号1室", "杭州市西湖区桂花街7号2室");

    private final Desk desk = TestCity.get(Desk.class);
    private final Cases cases = TestCity.get(Cases.class);

    @Test
    void asksWhichHomeAndReadsItsRecordsOnly() {
        var account = TestCity.get(Accounts.class).findByUsername("gao-ting").orElseThrow();
        Actor owner = new Actor.Resident(account.subject(), account.name().zh(), Portal.WEB, null);
        String id = TestCity.get(Pool.class).identifiersOf(new org.fourportals.pool.SubjectId(account.subject().number())).stream()
                .filter(i -> i.type() == IdentifierType.RESIDENT_ID).findFirst().orElseThrow().value();
        ADDRESSES.forEach(address -> buys(id, address));

        var started = desk.perform(owner, TestCity.get(StartDraft.class), new StartDraft.Request("household-utilities-transfer", true));
        UUID draft = ((StartDraft.DraftStarted) started).caseId();
        CaseContent content = cases.find(owner, draft).orElseThrow().content();
        assertThat(content.unchosen()).containsExactly("home");
        assertThat(content.several().get("home")).extracting(Linked::name).containsAll(ADDRESSES);
        assertThat(content.records()).doesNotContainKey("home/real-estate-titles");

        assertThat(choose(owner, draft, 1)).isInstanceOf(DraftOutcome.NotAnAnswer.class);
        Linked second = content.several().get("home").stream().filter(l -> l.name().equals(ADDRESSES.get(1))).findFirst().orElseThrow();
        assertThat(choose(owner, draft, second.subject())).isInstanceOf(DraftOutcome.Saved.class);
        Case chosen = cases.find(owner, draft).orElseThrow();
        assertThat(chosen.content().unchosen()).isEmpty();
        assertThat(chosen.content().records().get("home/real-estate-titles")).singleElement()
                .satisfies(record -> assertThat(record.fields()).containsEntry("address", ADDRESSES.get(1)));
        assertThat(chosen.content().answers().get("right")).isEqualTo(new CaseContent.Given("title", "real-estate-titles"));
    }

    private DraftOutcome choose(Actor owner, UUID draft, long subject) {
        return desk.perform(owner, TestCity.get(ChooseRole.class), new ChooseRole.Request(draft, "home", subject));
    }

    private static void buys(String owner, String address) {
        DepartmentRecords registry = TestCity.get(DepartmentRecords.class);
        String unit = "T" + Math.abs(address.hashCode());
        var property = TestCity.get(Pool.class).assign(new Identifier(IdentifierType.PROPERTY_UNIT, unit), SubjectKind.PROPERTY);
        var written = registry.write(new Actor.Automatic("test"), List.of(registry.read(new Subject(property.number()), "real-estate-titles", "1",
                TestCity.clock().instant(), Map.of("propertyUnitNo", unit, "titleNo", "T-" + unit, "ownerId", owner, "address", address,
                        "floorArea", "80", "landUse", "residential", "registeredDate", "2020-05-01"))));
        assertThat(written).isInstanceOf(DepartmentRecords.AllWritten.class);
    }
}
