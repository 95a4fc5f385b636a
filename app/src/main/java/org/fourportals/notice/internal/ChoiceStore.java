package org.fourportals.notice.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How people want to be told; their addresses are sealed. */
@Component
public class ChoiceStore {

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;

    ChoiceStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    private record Addresses(String mail, String phone) {
    }

    public Optional<Choices> find(Subject subject) {
        return jdbc.sql("select language, channels, addresses from notice.choices where subject = :subject").param("subject", subject.number())
                .query((row, n) -> {
                    Addresses addresses = json.readValue(vault.open(subject, row.getBytes("addresses")), Addresses.class);
                    String[] channels = (String[]) row.getArray("channels").getArray();
                    return new Choices(Language.valueOf(row.getString("language")), Arrays.stream(channels).map(Channel::valueOf).toList(), addresses.mail, addresses.phone);
                }).optional();
    }

    public void keep(Subject subject, Choices choices, Instant at) {
        jdbc.sql("""
                insert into notice.choices (subject, language, channels, addresses, changed_at) values (:subject, :language, :channels::text[], :addresses, :at)
                on conflict (subject) do update set language = excluded.language, channels = excluded.channels, addresses = excluded.addresses,
                    changed_at = excluded.changed_at
                """).param("subject", subject.number()).param("language", choices.language().name())
                .param("channels", choices.channels().stream().map(Channel::name).collect(Collectors.joining(",", "{", "}")))
                .param("addresses", vault.seal(subject, json.writeValueAsBytes(new Addresses(choices.mail(), choices.phone()))))
                .param("at", Timestamp.from(at)).update();
    }
}
