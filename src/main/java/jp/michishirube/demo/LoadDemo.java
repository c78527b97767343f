package jp.michishirube.demo;

import java.util.List;
import java.util.Set;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Office.Kind;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Offices and people of the invented city. The people are the sandbox's accounts; it alone knows their passwords. */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class LoadDemo implements InitializingBean {

    private static final List<Office> OFFICES = List.of(
            new Office("AOBA", "青葉居宅介護支援事業所", Kind.HOME_CARE_SUPPORT, "0242-00-1001", "青葉町,桜木町", 0, null),
            new Office("WAKAKUSA", "若草居宅介護支援事業所", Kind.HOME_CARE_SUPPORT, "0242-00-1002", "若草町,川端町", 0, null),
            new Office("CHUO", "中央地域包括支援センター", Kind.COMMUNITY_SUPPORT_CENTER, "0242-00-1003", "", 0, null));

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

    LoadDemo(Offices offices, People people) {
        this.offices = offices;
        this.people = people;
    }

    @Override
    public void afterPropertiesSet() {
        if (offices.all().isEmpty()) {
            OFFICES.forEach(offices::put);
            PEOPLE.forEach(p -> people.remember(p, p.id() + "@example.jp"));
        }
    }

    private static Person person(String id, String name, String office, Role... roles) {
        return new Person(id, name, Set.of(roles), office, false);
    }
}
