package jp.michishirube.consent.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 事後の通知: whose data went out on the ground of a declaration, to whom, and whether they have been told. */
@Repository
public class ToldList {

    private final JdbcClient jdbc;

    ToldList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param parties to whom the data went, by name */
    public record Concerned(long residentId, String cityNumber, String name, String kana, String area, String phone, String parties, LocalDate toldOn, String how) {}

    public List<Concerned> of(long disasterId) {
        return jdbc.sql("""
                select r.id as resident_id, r.city_number, r.name, r.kana, r.area, r.phone,
                       string_agg(distinct d.party_name, '、' order by d.party_name) as parties, t.told_on, t.how
                from consent.disclosure d join casefile.resident r on r.id = d.resident_id
                left join consent.disaster_told t on t.disaster_id = d.disaster_id and t.resident_id = d.resident_id
                where d.disaster_id = ? group by r.id, t.told_on, t.how order by t.told_on nulls first, r.kana
                """).param(disasterId).query(Concerned.class).list();
    }

    /** @param fields most items that one party got */
    public record Letter(long caseId, String parties, Instant from, Instant until, int fields) {}

    /** @param residentId null for everyone who has not been told yet */
    public List<Letter> letters(long disasterId, Long residentId) {
        return jdbc.sql("""
                select d.case_id, string_agg(distinct d.party_name, chr(10) order by d.party_name) as parties, min(d.at) as from,
                       max(d.at) as until, max(cardinality(d.fields)) as fields
                from consent.disclosure d join casefile.resident r on r.id = d.resident_id
                where d.disaster_id = :disaster and (d.resident_id = :resident or :resident is null and not exists (
                    select 1 from consent.disaster_told t where t.disaster_id = d.disaster_id and t.resident_id = d.resident_id))
                group by d.case_id, r.kana order by r.kana, d.case_id
                """).param("disaster", disasterId).param("resident", residentId, java.sql.Types.BIGINT)
                .query((rs, n) -> new Letter(rs.getLong("case_id"), rs.getString("parties"), StandingFacts.instant(rs, "from"),
                        StandingFacts.instant(rs, "until"), rs.getInt("fields"))).list();
    }

    public int open(long disasterId) {
        return jdbc.sql("""
                select count(distinct d.resident_id) from consent.disclosure d where d.disaster_id = ? and not exists (
                    select 1 from consent.disaster_told t where t.disaster_id = d.disaster_id and t.resident_id = d.resident_id)
                """).param(disasterId).query(Integer.class).single();
    }
}
