"""The 38 indicators of the World Development Indicators that the panel has: their codes and the course's names."""

from dataclasses import dataclass

from datasets.recipes.source import AMOUNT, COUNT, PERCENT, Kind

GROWTH = Kind(number=True, minimum=-100, maximum=100_000)  # prices in Congo rose by 23,773 per cent in 1994
MOVES = Kind(number=True, minimum=-1e9, maximum=1e9)


@dataclass(frozen=True)
class Indicator:
    """A column of the panel; the World Bank writes its code with points where the file has underscores."""

    code: str
    name: str
    unit: str
    kind: Kind
    sex: str = "total"
    age: str = ""  #: given for the indicators of the table ``labour``

    @property
    def group_name(self) -> str:
        """Return the name that says sex and age too, where they are not everybody's."""
        age = self.age.replace("-", "_") if self.age == "15-24" else ""
        return "_".join(part for part in (self.name, age, self.sex if self.sex != "total" else "") if part)

    @property
    def published_code(self) -> str:
        """Return the code as the World Bank writes it."""
        return self.code.replace("_", ".")


def _by_sex(code: str, name: str, age: str = "15+") -> tuple[Indicator, Indicator]:
    """Return a rate that the panel gives for women and for men, and for nobody else."""
    sexes = (("FE", "female"), ("MA", "male"))
    female, male = (Indicator(code.format(short), name, "percent", PERCENT, sex, age) for short, sex in sexes)
    return female, male


RECEIVED = Indicator("BX_TRF_PWKR_CD_DT", "received", "USD", AMOUNT)

ECONOMY = (
    Indicator("NY_GDP_MKTP_CD", "gdp", "USD", AMOUNT),
    Indicator("NY_GDP_PCAP_CD", "gdp_per_head", "USD", AMOUNT),
    Indicator("NY_GDP_PCAP_PP_CD", "gdp_per_head_ppp", "international USD", AMOUNT),
    Indicator("NY_GDP_MKTP_KD_ZG", "gdp_growth", "percent", GROWTH),
    Indicator("NY_GNP_PCAP_CD", "gni_per_head", "USD", AMOUNT),
    Indicator("FP_CPI_TOTL_ZG", "inflation", "percent", GROWTH),
    Indicator("PA_NUS_FCRF", "exchange_rate", "LCU per USD", AMOUNT),
    Indicator("PA_NUS_PPP", "ppp_factor", "LCU per international USD", AMOUNT),
    Indicator("SI_POV_NAHC", "poverty_national", "percent", PERCENT),
    Indicator("SI_POV_DDAY", "poverty_3usd", "percent", PERCENT),
    Indicator("SI_POV_GINI", "gini", "index", PERCENT),
)

TOTAL = Indicator("SP_POP_TOTL", "population", "persons", COUNT)
WOMEN_SHARE = Indicator("SP_POP_TOTL_FE_ZS", "population_women_share", "percent", PERCENT)
NET_MIGRATION = Indicator("SM_POP_NETM", "net_migration", "persons", MOVES)
MIGRANT_STOCK = Indicator("SM_POP_TOTL", "migrant_stock", "persons", COUNT)

LABOUR_FORCE = Indicator("SL_TLF_TOTL_IN", "labour_force", "persons", COUNT, age="15+")
LABOUR_FORCE_WOMEN_SHARE = Indicator("SL_TLF_TOTL_FE_ZS", "labour_force_women_share", "percent", PERCENT)
RATES = (
    Indicator("SL_UEM_TOTL_ZS", "unemployment_rate", "percent", PERCENT, age="15+"),
    *_by_sex("SL_UEM_TOTL_{}_ZS", "unemployment_rate"),
    *_by_sex("SL_UEM_1524_{}_ZS", "unemployment_rate", "15-24"),
    *_by_sex("SL_TLF_CACT_{}_ZS", "participation_rate"),
    Indicator("SL_EMP_TOTL_SP_ZS", "employment_population_ratio", "percent", PERCENT, age="15+"),
    *_by_sex("SL_EMP_VULN_{}_ZS", "vulnerable_employment_share"),
    *_by_sex("SL_EMP_WORK_{}_ZS", "wage_employment_share"),
    *_by_sex("SL_AGR_EMPL_{}_ZS", "agriculture_share"),
    *_by_sex("SL_IND_EMPL_{}_ZS", "industry_share"),
    *_by_sex("SL_SRV_EMPL_{}_ZS", "services_share"),
    *_by_sex("SL_FAM_WORK_{}_ZS", "family_workers_share"),
)

INDICATORS = (
    RECEIVED,
    *ECONOMY,
    TOTAL,
    WOMEN_SHARE,
    NET_MIGRATION,
    MIGRANT_STOCK,
    LABOUR_FORCE,
    LABOUR_FORCE_WOMEN_SHARE,
    *RATES,
)
