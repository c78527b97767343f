package jp.michishirube.organization;

/** What a person may do, as the identity provider tells it. A person may hold several. */
public enum Role {
    /** 介護支援専門員: makes plans for the residents assigned to the own office. */
    CARE_MANAGER,
    /** Leads an office: sees and hands out all of its work. */
    OFFICE_LEADER,
    /** 審査担当 of the city: checks, returns, approves. */
    REVIEWER,
    /** 名簿担当 of the city: imports the roster, assigns, follows progress. */
    ROSTER_MANAGER,
    /** Looks after the processes in Cockpit; sees no plan. */
    PROCESS_ADMIN,
    /** 町内会・自主防災組織 leader: receives what residents agreed to share. */
    NEIGHBOURHOOD_LEADER,
    /** 民生委員: confirms plans where the municipality's steps ask for it. */
    WELFARE_COMMISSIONER;

    /** The city's own staff, who see every case of the municipality. */
    public boolean isCity() {
        return this == REVIEWER || this == ROSTER_MANAGER;
    }

    /** The contracted office's staff, who see the cases of their office alone. */
    public boolean isOffice() {
        return this == CARE_MANAGER || this == OFFICE_LEADER;
    }
}
