package jp.michishirube.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contracted offices. */
@Repository
public class Offices {

    private final JdbcClient jdbc;

    Offices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Office> all() {
        return jdbc.sql("select * from organization.office order by code").query(Offices::read).list();
    }

    public Optional<Office> find(String code) {
        return jdbc.sql("select * from organization.office where code = ?").param(code).query(Offices::read).optional();
    }

    /** Whether its people have any business here on that day. False for an office that nobody knows. */
    public boolean hasContract(String code, LocalDate day) {
        return find(code).filter(office -> office.contract(day) == Office.Contract.RUNS).isPresent();
    }

    /** Adds the office or updates what the contract says of it. */
    public void put(Office office) {
        jdbc.sql("""
                insert into organization.office (code, name, kind, phone, areas, quota, contract_begins, contract_ends)
                values (:code, :name, :kind, :phone, :areas, :quota, :begins, :ends)
                on conflict (code) do update set name = excluded.name, kind = excluded.kind, phone = excluded.phone,
                    areas = excluded.areas, quota = excluded.quota, contract_begins = excluded.contract_begins, contract_ends = excluded.contract_ends
                """)
                .param("code", office.code()).param("name", office.name()).param("kind", office.kind().code())
                .param("phone", office.phone()).param("areas", office.areas()).param("quota", office.quota())
                .param("begins", office.contractBegins()).param("ends", office.contractEnds()).update();
    }

    private static Office read(ResultSet rs, int n) throws SQLException {
        return new Office(rs.getString("code"), rs.getString("name"), new Office.Kind(rs.getString("kind")), rs.getString("phone"), rs.getString("areas"),
                rs.getInt("quota"), rs.getObject("contract_begins", LocalDate.class), rs.getObject("contract_ends", LocalDate.class));
    }
}
