package org.fourportals.benchmarks.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.dmn.DmnModel;
import org.junit.jupiter.api.Test;

/** All peers say the same before anybody is timed, and a difference is noticed. */
class PeersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void agreeOnASmallTable() {
        SampleRules rules = new SampleRules(12, 7);
        AffairRules affair = rules.affair();
        List<Facts> facts = new Sample(affair, TODAY).some(15, new Random(7));
        List<Peer> peers = CircumstancesBench.peers(affair, List.of(Section.GROUND), facts);
        peers.add(new CamundaPeer(DmnModel.of(affair, "sample"), List.of(Section.GROUND), facts, TODAY, true));
        peers.add(new OperatonPeer(DmnModel.of(affair, "sample"), List.of(Section.GROUND), facts, TODAY, true));
        peers.add(new HandPeer(rules, facts, false));
        peers.add(new HandPeer(rules, facts, true));
        new Race(peers, facts.size()).compare();
        assertThat(peers.getFirst().met(0)).isNotEqualTo(peers.getFirst().met(3));
    }

    @Test
    void aWrongPeerIsNoticedAndTheOthersAreTimed() {
        SampleRules rules = new SampleRules(5, 7);
        List<Facts> facts = new Sample(rules.affair(), TODAY).some(4, new Random(7));
        Peer own = new OwnPeer(rules.affair(), facts, TODAY, false);
        Peer wrong = new Peer() {
            @Override
            public String name() {
                return "wrong";
            }

            @Override
            public int evaluate(int circumstance) {
                return circumstance;
            }

            @Override
            public Set<String> met(int circumstance) {
                return Set.of("GROUND/never");
            }
        };
        assertThatThrownBy(() -> new Race(List.of(own, wrong), 4).compare()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong differs on circumstance 0");
        Map<String, Double> rates = new Race(List.of(own, wrong), 4).run(5, 3, 5);
        assertThat(rates).containsOnlyKeys("own", "wrong").allSatisfy((_, rate) -> assertThat(rate).isPositive());
    }
}
