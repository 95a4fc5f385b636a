package org.fourportals.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fourportals.catalogue.CatalogueReader.Reading;

/** A catalogue of two departments and one sound affair, in a folder of its own, which tests spoil in one place each. */
final class SmallCity {

    static final String FILE = "affairs/health/baby-card.yaml";

    static final String SOUND = """
            affair: baby-card
            plain: {zh: 给宝宝办卡。, en: A card for your baby.}
            about: child
            laws: [card-law]

            roles:
              - id: home
                of: applicant
                relation: home
                name: {zh: 住房, en: The home}

            questions:
              - id: hukou
                type: choice
                ask: {zh: 户口在哪里？, en: Where is the registration?}
                answers:
                  - {id: hangzhou, zh: 杭州, en: In Hangzhou}
                  - {id: elsewhere, zh: 外地, en: Elsewhere, note: {zh: 含国外, en: Abroad too}}
                known:
                  - {from: household-register, of: subject, where: 'hukouPlace = "hangzhou"', is: hangzhou}
                  - {from: household-register, of: subject, where: 'hukouPlace != "hangzhou"', is: elsewhere}
              - id: insured
                type: yes-no
                ask: {zh: 参保了吗？, en: Are you insured?}
                when: 'hukou = "elsewhere"'
                known:
                  - {from: household-kinship, of: applicant, where: 'relation = "child"', count: '>= 2', is: yes}
              - id: months
                type: number
                min: 0
                max: 36
                ask: {zh: 几个月大？, en: How many months old?}

            exclusions:
              - never: 'insured and months > 24'
                because: {zh: 不会, en: Not in life}

            grounds:
              - id: local
                when: 'hukou = "hangzhou" or insured'
                name: {zh: 本地, en: Local}

            refusals:
              - id: stranger
                when: 'not(hukou = "hangzhou" or insured)'
                reason: {zh: 不行, en: Not here}
                instead: {zh: 请去别处, en: Go elsewhere}
                affair: other-affair

            requirements:
              - id: birth-certificate
                name: {zh: 出生证, en: Birth certificate}
                when: 'true'
                why: {zh: 证明, en: It proves the birth}
                evidence:
                  - {pool: birth-certificates, of: subject, where: 'days since(birthDate) <= 366'}
                  - wallet
                  - upload
                  - {declaration: {zh: 我声明, en: I declare}}
                document: birth-certificate
                check: {zh: 看名字, en: Look at the name}
              - id: old-baby
                name: {zh: 旧证, en: Old card}
                when: 'months >= 12'
                why: {zh: 换, en: It is replaced}
                evidence: [original]
                check: {zh: 看日期, en: Look at the date}

            form:
              - section: {zh: 宝宝, en: The baby}
                fields:
                  - id: childName
                    type: person-name
                    label: {zh: 姓名, en: Name}
                    max-length: 60
                    fill: {from: household-register, of: subject, field: name}
                  - id: startDate
                    type: date
                    label: {zh: 开始, en: Start}
                    future: true
                    when: 'insured'

            procedure:
              instant: 'hukou = "hangzhou"'
              stages:
                - id: review
                  kind: review
                  by: [health, police]
                  days: 2
                  name: {zh: 审核, en: Review}
                  checks: {zh: 名字, en: The name}
                - id: decide
                  kind: decide
                  by: [health]
                  days: 1
                  name: {zh: 决定, en: Decision}
                  checks: {zh: 全部, en: Everything}

            fee: {yuan: 10, when: 'months > 6', for: {zh: 工本, en: The card}}
            result:
              name: {zh: 卡, en: Card}
              kind: certificate
              valid-months: 12
              shows: [childName]
              says: {zh: 有卡, en: Has a card}
              record:
                dataset: cards
                of: subject
                fields: {residentId: subject.id, cardStatus: '"active"', startDate: today, until: today + 12 months, place: answer.hukou, holder: form.childName}
            """;

    private final Path folder;

    SmallCity(Path folder) throws IOException {
        this.folder = folder;
        tsv("departments.tsv", "id zh en level datasets",
                "health 卫健委 Health~Commission municipal birth-certificates,cards",
                "police 公安局 Police municipal household-register,household-kinship,homes");
        tsv("datasets.tsv", "id department zh en subject key_fields records_order sensitivity",
                "household-register police 户籍 Register person "
                        + "residentId:id,name:text,gender:code,birthDate:date,hukouPlace:code 100 personal",
                "household-kinship police 亲属 Kinship person residentId:id,relativeId:id,relation:code 100 personal",
                "birth-certificates health 出生证 Births person certificateNo:id,childName:text,birthDate:date,at:datetime,photo:image 100 personal",
                "cards health 卡 Cards person "
                        + "residentId:id,cardStatus:code,startDate:date,until:date,place:text,holder:text,fee:money 100 personal",
                "homes police 住房 Homes property homeNo:id,area:decimal,rented:boolean 100 internal");
        tsv("life_events.tsv", "id zh en", "birth 生育 Birth");
        tsv("affairs.tsv", "id zh en department audience life_event zero_window kind promised_working_days statutory_working_days result "
                + "circumstance_axes shared_datasets usual_documents",
                "baby-card 宝宝卡 Baby~card health person birth no certificate 3 10 card who(2);what(3) household-register ID~card",
                "other-affair 别的 Other police person birth yes registration 0 5 entry who(2) household-register,homes ID~card");
        write("codes.yaml", """
                household-register.gender: [male, female]
                household-register.hukouPlace: [hangzhou, zhejiang, other-province]
                household-kinship.relation: [spouse, child]
                cards.cardStatus: [{id: active, zh: 有效, en: Valid}, ended]
                """);
        write("laws.yaml", "card-law: {zh: 卡法, en: Card Law}\n");
        tsv("documents.tsv", "id zh en", "birth-certificate 出生医学证明 Birth~certificate");
        write(FILE, SOUND);
    }

    /** The sound file with one thing replaced; the thing must be there. */
    static String sound(String target, String replacement) {
        if (!SOUND.contains(target)) {
            throw new IllegalArgumentException("The sound file has no " + target);
        }
        return SOUND.replace(target, replacement);
    }

    /** The first line that contains the text, from 1. */
    static int line(String text, String part) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("No line contains " + part);
    }

    Path folder() {
        return folder;
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void write(String file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String file, byte[] bytes) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }

    /** A table whose cells are separated by blanks here; `~` is a blank within a cell. */
    void tsv(String file, String... rows) throws IOException {
        write(file, String.join("\n", rows).replace(' ', '\t').replace('~', ' ') + "\n");
    }

    Reading read() {
        return CatalogueReader.read(folder);
    }

    Reading readWith(String affairFile) throws IOException {
        write(FILE, affairFile);
        return read();
    }
}
