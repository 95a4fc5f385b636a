package org.fourportals.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts of residents and staff. Passwords are kept as bcrypt hashes, identity numbers as a keyed blind index. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final SubjectVault vault;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, SubjectVault vault) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.vault = vault;
    }

    /**
     * Adds the account, or renews its names, roles and place while keeping its password.
     *
     * @param card the identity number and the code it is used with at machines; null for staff
     */
    public void register(Account account, String password, @Nullable Card card) {
        jdbc.sql("""
                insert into identity.accounts
                    (username, password_hash, subject, name_zh, name_en, roles, department, centre, card_index, card_code_hash)
                values (:username, :password, :subject, :zh, :en, :roles::text[], :department, :centre, :index, :code)
                on conflict (username) do update set subject = excluded.subject, name_zh = excluded.name_zh,
                    name_en = excluded.name_en, roles = excluded.roles, department = excluded.department, centre = excluded.centre
                """)
                .param("username", account.username())
                .param("password", passwords.encode(password))
                .param("subject", account.subject() == null ? null : account.subject().number())
                .param("zh", account.name().zh())
                .param("en", account.name().en())
                .param("roles", account.roles().stream().map(Role::name).collect(Collectors.joining(",", "{", "}")))
                .param("department", account.department())
                .param("centre", account.centre())
                .param("index", card == null ? null : vault.blindIndex("resident-id", card.number()))
                .param("code", card == null ? null : passwords.encode(card.code()))
                .update();
    }

    /** An identity card's number and the code a resident uses with it. */
    public record Card(String number, String code) {
    }

    public Optional<Account> findByUsername(String username) {
        return jdbc.sql("""
                select username, name_zh, name_en, roles, subject, department, centre from identity.accounts
                where username = :username
                """).param("username", username).query(Accounts::read).optional();
    }

    public Optional<Account> findBySubject(Subject subject) {
        return jdbc.sql("""
                select username, name_zh, name_en, roles, subject, department, centre from identity.accounts
                where subject = :subject
                """).param("subject", subject.number()).query(Accounts::read).optional();
    }

    public List<Account> listResidents() {
        return jdbc.sql("""
                select username, name_zh, name_en, roles, subject, department, centre from identity.accounts
                where subject is not null order by created_at, username
                """).query(Accounts::read).list();
    }

    /** Who works in a department with this role, by name. */
    public List<Account> listStaff(String department, Role role) {
        return jdbc.sql("""
                select username, name_zh, name_en, roles, subject, department, centre from identity.accounts
                where subject is null and department = :department and :role = any(roles) order by name_zh, username
                """).param("department", department).param("role", role.name()).query(Accounts::read).list();
    }

    public boolean isEmpty() {
        return !jdbc.sql("select exists (select from identity.accounts)").query(Boolean.class).single();
    }

    /** The hash to compare a password with; empty where there is no such account. */
    public Optional<String> findPasswordHash(String username) {
        return jdbc.sql("select password_hash from identity.accounts where username = :username")
                .param("username", username).query(String.class).optional();
    }

    /** The account behind a card and the hash of its code. */
    Optional<CardHolder> findByCard(byte[] cardIndex) {
        return jdbc.sql("""
                select username, name_zh, name_en, roles, subject, department, centre, card_code_hash from identity.accounts
                where card_index = :index
                """).param("index", cardIndex)
                .query((row, number) -> new CardHolder(read(row, number), row.getString("card_code_hash"))).optional();
    }

    record CardHolder(Account account, String codeHash) {
    }

    private static Account read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        Set<Role> roles = Stream.of((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(Collectors.toSet());
        long subject = row.getLong("subject");
        boolean resident = !row.wasNull();
        return new Account(row.getString("username"), new Text(row.getString("name_zh"), row.getString("name_en")), roles,
                resident ? new Subject(subject) : null, row.getString("department"), row.getString("centre"));
    }
}
