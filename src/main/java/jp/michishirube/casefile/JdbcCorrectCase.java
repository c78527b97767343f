package jp.michishirube.casefile;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcCorrectCase implements CorrectCase {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JdbcCorrectCase(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional
    public void correct(CaseId id, Resident r, int priority) {
        jdbc.sql("update casefile.casefile set priority = ? where id = ?").params(priority, id.value()).update();
        jdbc.sql("""
                update casefile.resident set city_number = :number, city_os_id = coalesce(:cityOsId, city_os_id), name = :name, kana = :kana,
                    birth_date = :birth, birth_known = :known, sex = :sex, postal_code = :postal, address = :address, phone = :phone, area = :area
                where id = (select resident_id from casefile.casefile where id = :case)
                """)
                .param("number", r.cityNumber()).param("cityOsId", r.cityOsId()).param("name", r.name()).param("kana", r.kana())
                .param("birth", r.birthDate()).param("known", r.birthKnown()).param("sex", r.sex()).param("postal", r.postalCode()).param("address", r.address())
                .param("phone", r.phone()).param("area", r.area()).param("case", id.value()).update();
        events.publishEvent(new ResidentChanged(id));
    }
}
