"""Figures that others printed, computed by our functions from the inputs printed beside them.

None of these pages is an input of our tables. Each case names who printed the figure, and the page where it was read;
where only a page about the publication could be read, that page is named. "Secondary" stands before a page that no
statistical office, journal or newspaper answers for: a blog, a forum, a teaching site, another library's tests. Such a
case shows that somebody else computes the same, not that the figure is official. The tolerance is half a unit of the
last decimal printed, and more only where the inputs printed are themselves rounded so much, which the case then says.
"""

import pandas as pd
import pytest

from corredores.indicators import (
    annual_growth_rate,
    herfindahl,
    immigrant_share,
    informality_rate,
    item_difficulty,
    location_quotient,
    net_migration,
    normalised_gain,
    participation_rate,
    pay_gap,
    real_growth,
    recruitment_cost,
    remittances_per_capita,
    remittances_to_gdp,
    selection_rate_ratio,
    sending_cost,
    shift_share,
    tightness,
    unemployment_rate,
    weighted_kappa,
)


def printed(figure: float, decimals: int = 1) -> object:
    """Return the figure within half a unit of its last decimal."""
    return pytest.approx(figure, abs=0.5000001 * 10**-decimals)


class TestLabourForceSurveys:
    """Counts and rates of one table or release."""

    @pytest.mark.parametrize(
        ("unemployed", "labour_force", "rate"),
        [(138_000, 2_804_000, 4.9), (77_000, 1_484_000, 5.2), (61_000, 1_319_000, 4.6)],
        ids=["both sexes", "males", "females"],
    )
    def test_norway_third_quarter_of_2016(self, unemployed: int, labour_force: int, rate: float) -> None:
        """Statistics Norway, Labour force survey, 27 October 2016, "Population aged 15-74, by labour force status".

        Read at ssb.no/en/arbeid-og-lonn/statistikker/aku/kvartal/2016-10-27.
        """
        assert unemployment_rate(unemployed, labour_force) == printed(rate)

    def test_bolivia_2009_by_quarter(self) -> None:
        """UDAPE, Dossier de Estadísticas Sociales y Económicas 2020, cuadro 7.2.16: capital cities, thousands.

        Read at udape.gob.bo/portales_html/dossierweb2020/htms/CAP07/c070216.htm.
        """
        quarters = ["I", "II", "III", "IV"]
        unemployed = pd.Series([204, 167, 159, 170], index=quarters)
        labour_force = pd.Series([2_177, 2_158, 2_231, 2_291], index=quarters)
        assert unemployment_rate(unemployed, labour_force).round(1).tolist() == [9.4, 7.7, 7.1, 7.4]

    def test_mexico_september_2024(self) -> None:
        """INEGI, Indicadores de ocupación y empleo, September 2024, in millions.

        1.8 of 61.2 unemployed, 2.9 per cent; 40.9 do not take part, 60 per cent do; 32.2 of 59.4 informal, 54.2. Read
        in El Heraldo de San Luis Potosí, 2 November 2024 (elheraldoslp.com.mx/new/2024/11/02).
        """
        assert unemployment_rate(1.8, 61.2) == printed(2.9)
        assert participation_rate(61.2, 61.2 + 40.9) == printed(60, decimals=0)
        assert informality_rate(32.2, 59.4) == printed(54.2)

    def test_mexico_may_2024(self) -> None:
        """INEGI, Indicadores de ocupación y empleo, May 2024: 61.4 million take part, 40 million do not: 60.5 per cent.

        Secondary, a blog that reprints the release:
        radioestado32.blogspot.com/2024/06/inegi-indicadores-de-ocupacion-y-empleo.html.
        Millions with one decimal leave the rate open by 0.04, so 60.55 is read as 60.5.
        """
        assert participation_rate(61.4, 61.4 + 40.0) == pytest.approx(60.5, abs=0.05 + 0.04)
        assert unemployment_rate(1.6, 61.4) == printed(2.6)

    def test_mexico_informal_employment_2017(self) -> None:
        """INEGI, ENOE, third quarter of 2017: 29,987,215 of 52.4 million employed, 57.2 per cent.

        Read in La Jornada, 15 November 2017, page 25 (jornada.com.mx/2017/11/15/economia/025n2eco).
        """
        assert informality_rate(29_987_215, 52_400_000) == printed(57.2)

    def test_netherlands_first_quarter_of_2019(self) -> None:
        """Statistics Netherlands: 277 thousand vacancies, 316 thousand unemployed, 88 vacancies per 100 unemployed.

        Read in NL Times, 14 May 2019 (nltimes.nl/2019/05/14/many-vacancies-enough-candidates-dutch-labor-market).
        """
        assert 100 * tightness(277, 316) == printed(88, decimals=0)


class TestPopulation:
    """Migrants, and the balancing equation."""

    def test_migrants_of_the_world_2019(self) -> None:
        """UN DESA, International Migrant Stock 2019: 272 million of 7.7 billion persons, 3.5 per cent.

        Read in Rural Migration News, University of California, Davis, 9 October 2019
        (migration.ucdavis.edu/rmn/blog/post/?id=2361), with the world population of that time.
        """
        assert immigrant_share(272e6, 7.7e9) == printed(3.5)

    def test_estonia_2018(self) -> None:
        """Statistics Estonia: 1,324,820 on 1 January 2019, 5,687 more; natural change -1,384; net migration 7,071.

        Read at balticword.eu, 10 May 2019 (balticword.eu/tag/births). Births are printed, 14,367; deaths follow.
        """
        net = net_migration(
            initial_population=1_324_820 - 5_687, final_population=1_324_820, births=14_367, deaths=14_367 + 1_384
        )
        assert net == 7_071

    def test_estonia_2021(self) -> None:
        """Statistics Estonia: 1,328,439 on 1 January 2022, 1,629 fewer; 13,138 births, 18,445 deaths.

        Net migration 3,678. Preliminary figures, revised since (1,331,796 on that day). Read in ERR News, 18 January
        2022 (news.err.ee/1608469478).
        """
        net = net_migration(
            initial_population=1_328_439 + 1_629, final_population=1_328_439, births=13_138, deaths=18_445
        )
        assert net == 3_678

    def test_estonia_2022(self) -> None:
        """Statistics Estonia: 1,357,739 on 1 January 2023, 25,943 more; 11,588 births, 17,245 deaths.

        42,022 immigrants and 10,422 emigrants: net migration 31,600. Read in ERR News (news.err.ee/1608854255).
        """
        net = net_migration(
            initial_population=1_357_739 - 25_943, final_population=1_357_739, births=11_588, deaths=17_245
        )
        assert net == 42_022 - 10_422 == 31_600

    def test_a_population_that_doubles_in_six_years(self) -> None:
        """Vaia, Precalculus 1st edition, chapter 3, problem 48: doubled from 2004 to 2010, 12.246 per cent a year.

        Secondary, a site of solved exercises: vaia.com/en-us/textbooks/math/precalculus-1-edition/chapter-3.
        """
        assert annual_growth_rate(1, 2, 2010 - 2004) == printed(12.246, decimals=3)


class TestRemittances:
    """Dependence and cost."""

    @pytest.mark.parametrize(
        ("remittances", "gdp", "population", "share", "a_head"),
        [
            pytest.param(335.7, 2_067.8, 4_918_393, 16.2, 68.25, id="Nicaragua"),
            pytest.param(1_925.2, 13_738.9, 6_237_662, 14.0, 308.64, id="El Salvador"),
            pytest.param(1_058.7, 7_784.1, 2_665_636, 13.6, 397.17, id="Jamaica"),
            pytest.param(1_982.0, 21_211.0, 8_475_396, 9.3, 233.85, id="Dominican Republic"),
            pytest.param(541.0, 6_385.8, 6_357_941, 8.5, 85.09, id="Honduras"),
            pytest.param(1_420.0, 17_982.4, 13_183_978, 7.9, 107.71, id="Ecuador"),
        ],
    )
    def test_countries_2001(self, remittances: float, gdp: float, population: int, share: float, a_head: float) -> None:
        """International Monetary Fund, Balance of Payments Statistics 2003, and others: the fifteen highest of 2001.

        Secondary, a blog that prints the table (millions of dollars, persons):
        blog.leehudsonteslik.com/2007/10/29/giving-back. Our tables hold the World Bank's figures, another vintage.
        """
        assert remittances_to_gdp(remittances, gdp) == printed(share)
        assert remittances_per_capita(remittances * 1e6, population) == printed(a_head, decimals=2)

    def test_mean_cost_of_200_dollars(self) -> None:
        """Money and Banking, "The Stubbornly High Cost of Remittances": 14 dollars on 200, fully 7 per cent.

        Secondary, a blog of two economists: moneyandbanking.com/commentary/tag/AML. Fee and margin are given together,
        so the rates are equal here.
        """
        assert sending_cost(14, applied_rate=1, market_rate=1, amount=200) == printed(7, decimals=0)

    @pytest.mark.parametrize(
        ("fee", "margin", "cost"),
        [
            pytest.param(3.99, 3.67, 7, id="WorldRemit to South Africa"),
            pytest.param(5.445, 7.65, 12.185, id="Western Union to South Africa"),
            pytest.param(2.99, 1.4633, 3.9583, id="Remitly to South Africa"),
            pytest.param(1.3267, 0.46, 1.5667, id="MoneyGram to the Philippines"),
            pytest.param(1.99, 2.81, 4.47, id="Xoom to the Philippines"),
            pytest.param(6, 2.44, 7.44, id="Ria to South Africa, one service"),
            pytest.param(1, 0.37, 1.2, id="Paysend to India, one service"),
        ],
    )
    def test_fee_and_margin_of_providers_in_the_united_kingdom(self, fee: float, margin: float, cost: float) -> None:
        """World Bank, Remittance Prices Worldwide, third quarter of 2025: means of a provider, 120 pounds sent.

        Fee in pounds, margin of the exchange rate and total cost in per cent. Secondary, a selection by Online Money
        Transfer: github.com/thisismyuserdealwithit/online-money-transfer-rates, research-releases,
        omt-remittance-vulnerability-index-2026-v1.0.0, data/provider-comparisons.csv. The Bank rounds each service's
        total to two decimals before the mean.
        """
        found = sending_cost(fee, applied_rate=1 - margin / 100, market_rate=1, amount=120)
        assert found == printed(cost, decimals=2)

    @pytest.mark.parametrize(("applied", "dollars"), [(82.0, 3.59), (83.45, 0.12)], ids=["bank", "Wise"])
    def test_margin_of_rupees(self, applied: float, dollars: float) -> None:
        """PlainRemit, "How Exchange Rates Affect Remittances": 200 dollars, 83.50 rupees a dollar in the market.

        Secondary, a teaching page: plainremit.com/guides/how-exchange-rates-affect-remittances. Its third example, at
        82.8 rupees, is cut to 1.67 dollars and not rounded, and is left out.
        """
        cost = sending_cost(0, applied_rate=applied, market_rate=83.50, amount=200)
        assert 200 * cost / 100 == printed(dollars, decimals=2)

    def test_real_rate_of_a_finance_course(self) -> None:
        """FinTrainers, forum of the course "Quant", question 1: 8 per cent nominal, 3 per cent inflation, 4.85 real.

        Secondary, a forum: fintrainers.com/forums/topic/quant.
        """
        assert real_growth(8, 3) == printed(4.85, decimals=2)


class TestPay:
    """The gap from the two medians."""

    def test_united_states_2016(self) -> None:
        """Institute for Women's Policy Research, The Gender Wage Gap 2016: 41,554 and 51,640 dollars, gap 19.5.

        Read at iwpr.org/iwpr-general/the-gender-wage-gap-2016-earnings-differences-by-gender-race-and-ethnicity.
        """
        assert pay_gap(men=51_640, women=41_554) == printed(19.5)

    def test_united_states_2003(self) -> None:
        """Census Bureau of the United States: 30,724 and 40,668 dollars, 75.5 cents for every dollar.

        Read in Marketplace, 4 September 2004 (marketplace.org/2004/09/04/business/women-and-pay).
        """
        assert 100 - pay_gap(men=40_668, women=30_724) == printed(75.5)


class TestSelectionAndCosts:
    """Who is selected, and what it costs to be."""

    @pytest.mark.parametrize(
        ("rate", "ratio"), [(45, 75), (48, 80), (51, 85)], ids=["American Indians", "Hispanics", "Blacks"]
    )
    def test_four_fifths_rule(self, rate: int, ratio: int) -> None:
        """EEOC and others, Questions and Answers on the Uniform Guidelines, Federal Register, 2 March 1979.

        Against 60 per cent. Secondary, a university's page that quotes it: dataethicsrepository.iaa.ncsu.edu/?p=1099.
        Rates per 100 applicants; the function compares any two groups.
        """
        found = selection_rate_ratio(selected_women=rate, women=100, selected_men=60, men=100)
        assert 100 * found == printed(ratio, decimals=0)

    def test_recruitment_costs_of_bangladesh(self) -> None:
        """Bangladesh Bureau of Statistics, Cost of Migration Survey 2020: 416,789 and 23,693 taka, 17.6 months.

        Read in Bangladesh Post, 18 December 2020 (bangladeshpost.net/posts/costs-too-high-pay-too-poor-49511).
        """
        assert recruitment_cost(416_789, 23_693) == printed(17.6)


class TestHolukuluku:
    """Krumme, G., University of Washington, Geography 350, "Shift & Share Table with Excel Explanations".

    Read at faculty.washington.edu/krumme/350/ssexcel.html, where minus signs are lost: the totals there fix them.
    """

    INDUSTRIES = ("I", "II", "III", "IV")

    def of(self, *figures: float) -> pd.Series:
        return pd.Series(figures, index=list(self.INDUSTRIES))

    def test_location_quotients(self) -> None:
        found = location_quotient(
            jobs=self.of(50, 10, 20, 20),
            all_jobs=self.of(100, 100, 100, 100),
            reference_jobs=self.of(10, 20, 40, 30),
            reference_all_jobs=self.of(100, 100, 100, 100),
        )
        assert found.round(3).tolist() == [5, 0.5, 0.5, 0.667]

    def test_shift_share(self) -> None:
        """Nation of 100 with growth 10, 20, 30 and 40 per cent: 29 in all. Growth 630 = 290 national - 80 + 420."""
        effects = shift_share(
            jobs_before=self.of(500, 100, 200, 200),
            jobs_after=self.of(1_000, 100, 250, 280),
            reference_before=self.of(10, 20, 40, 30),
            reference_after=self.of(11, 24, 52, 42),
        )
        assert effects.sum().round(6).to_dict() == {"national": 290, "mix": -80, "competitive": 420}
        assert effects["mix"].abs().round(6).tolist() == [95, 9, 2, 22]
        assert effects["competitive"].abs().round(6).tolist() == [450, 20, 10, 0]


class TestConcentration:
    """Quotients and indices of worked examples."""

    @pytest.mark.parametrize(("here", "there", "quotient"), [(8, 5, 1.6), (10, 9, 1.11)], ids=["breweries", "nurses"])
    def test_location_quotients_of_lightcast(self, here: int, there: int, quotient: float) -> None:
        """Emsi (Lightcast), "Understanding Location Quotient" (2020): shares of all jobs, in per cent.

        Secondary, a site that reprints it:
        beforeitsnews.com/economy/2020/02/understanding-location-quotient-2992964.html.
        """
        found = location_quotient(jobs=here, all_jobs=100, reference_jobs=there, reference_all_jobs=100)
        assert found == printed(quotient, decimals=2)

    def test_herfindahl_of_the_department_of_justice(self) -> None:
        """U.S. Department of Justice, "Herfindahl–Hirschman Index": four firms of 30, 30, 20 and 20 per cent, 2,600.

        Read at justice.gov/atr/herfindahl-hirschman-index.
        """
        assert 10_000 * herfindahl([30, 30, 20, 20]) == printed(2_600, decimals=0)

    def test_herfindahl_of_investopedia(self) -> None:
        """Investopedia, "Herfindahl–Hirschman Index": eight participants, 1,296.

        Secondary, a teaching page: investopedia.com/video/play/herfindahlhirschman-index-hhi.
        """
        assert 10_000 * herfindahl([10, 9, 12, 15, 12, 11, 15, 16]) == printed(1_296, decimals=0)


class TestTeaching:
    """Gains, items and markers."""

    @pytest.mark.parametrize(
        ("before", "after", "gain", "decimals"), [(40, 70, 0.5, 1), (41, 49, 0.14, 2)], ids=["example", "spring 2007"]
    )
    def test_gain_of_cuesta_college(self, before: int, after: int, gain: float, decimals: int) -> None:
        """Cuesta College, Force Concept Inventory, Physics 8A (Hake's gain, class averages in per cent).

        Secondary, the instructor's blog: waiferx.blogspot.com/2007/05/physics-education-research-hake-gain.html.
        """
        assert normalised_gain(before, after) == printed(gain, decimals)

    @pytest.mark.parametrize(("right", "difficulty"), [(24, 0.80), (12, 0.40)], ids=["question 1", "question 2"])
    def test_difficulty_of_two_questions(self, right: int, difficulty: float) -> None:
        """ "Item Analysis", page 1: 24 and 12 of 30 students right, difficulty .80 and .40.

        Secondary, a handout that names no author: scribd.com/document/299313306.
        """
        answers = pd.DataFrame({"trainee_id": range(30), "item": "q", "correct": [1] * right + [0] * (30 - right)})
        assert item_difficulty(answers)["q"] == printed(difficulty, decimals=2)

    def test_kappa_of_artstein_and_poesio(self) -> None:
        """Artstein, R. and Poesio, M. (2008), Computational Linguistics 34(4), table 1: 20, 20, 10, 50; kappa .348.

        Secondary, the tests of scikit-learn that quote it: sklearn/metrics/tests/test_classification.py.
        """
        first = [0] * 40 + [1] * 60
        second = [0] * 20 + [1] * 20 + [0] * 10 + [1] * 50
        assert weighted_kappa(first, second, "none") == printed(0.348, decimals=3)

    @pytest.mark.parametrize(("weights", "kappa"), [("none", 0.9315), ("linear", 0.9412), ("quadratic", 0.9541)])
    def test_weighted_kappa_of_scikit_learn(self, weights: str, kappa: float) -> None:
        """scikit-learn, sklearn/metrics/tests/test_classification.py, "Weighting example: none, linear, quadratic".

        Secondary: another implementation's figures for three marks given to a hundred answers.
        """
        first = [0] * 46 + [1] * 44 + [2] * 10
        second = [0] * 50 + [1] * 40 + [2] * 10
        assert weighted_kappa(first, second, weights) == printed(kappa, decimals=4)  # type: ignore[arg-type]
