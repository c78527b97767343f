package jp.michishirube.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Office.Kind;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Offices of the municipality ({@code forms/<code>/demo/offices.csv}) and people. The people are the sandbox's accounts; it alone knows
 * their passwords.
 */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class LoadDemo implements InitializingBean {

    private static final List<Person> PEOPLE = List.of(
            person("aoba1", "佐藤 恵", "AOBA", Role.CARE_MANAGER, Role.OFFICE_LEADER), person("aoba2", "鈴木 健", "AOBA", Role.CARE_MANAGER),
            person("wakakusa1", "髙橋 美咲", "WAKAKUSA", Role.CARE_MANAGER, Role.OFFICE_LEADER),
            person("wakakusa2", "伊藤 翔", "WAKAKUSA", Role.CARE_MANAGER),
            person("chuo1", "渡邉 直子", "CHUO", Role.CARE_MANAGER, Role.OFFICE_LEADER),
            person("chuo2", "山﨑 大輔", "CHUO", Role.CARE_MANAGER),
            person("review1", "中村 由美", null, Role.REVIEWER), person("review2", "小林 誠", null, Role.REVIEWER),
            person("roster1", "加藤 浩", null, Role.ROSTER_MANAGER), person("admin1", "吉田 管理", null, Role.PROCESS_ADMIN),
            person("machi1", "斎藤 一郎", null, Role.NEIGHBOURHOOD_LEADER),
            person("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER));

    private final Offices offices;
    private final People people;
    private final Folders folders;
    private final Municipality municipality;

    LoadDemo(Offices offices, People people, Folders folders, Municipality municipality) {
        this.offices = offices;
        this.people = people;
        this.folders = folders;
        this.municipality = municipality;
    }

    @Override
    public void afterPropertiesSet() {
        if (offices.all().isEmpty()) {
            folders.find("forms/" + municipality.code() + "/demo/offices.csv").ifPresent(this::loadOffices);
            PEOPLE.forEach(p -> people.remember(p, p.id() + "@example.jp"));
        }
    }

    /** Columns: code, name, kind, telephone, areas joined by {@code ・}. */
    private void loadOffices(Resource file) {
        try {
            file.getContentAsString(StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",", -1)).filter(row -> row.length == 5)
                    .forEach(row -> offices.put(new Office(row[0], row[1], row[2].equals("地域包括支援センター") ? Kind.COMMUNITY_SUPPORT_CENTER
                            : Kind.HOME_CARE_SUPPORT, row[3], row[4].replace('・', ','), 0, null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person person(String id, String name, String office, Role... roles) {
        return new Person(id, name, Set.of(roles), office, false);
    }
}
