"""The publications whose figures the checks expect and which are not among the publishers' files.

Each says what was published and the page on which the figure was read; where that page is another's, it says whose.
"""

# Migrants
DESTINATIONS_2024 = (
    "UN DESA, International Migrant Stock 2024, as listed by Visual Capitalist, A Snapshot of Global Migration, "
    "https://due-diligence-hub.com/en/news/rss?display=grid&page=7&sub_cat=166"
)
PORTAL = (
    "IOM GMDAC, Migration Data Portal, International migrant stocks (UN DESA 2025), "
    "https://www.migrationdataportal.org/themes/international-migrant-stocks-overview"
)
ORIGINS_2019 = (
    "UN DESA, International Migrant Stock 2019, as reported by CNBC-TV18, 19 September 2019, "
    "https://www.cnbctv18.com/economy/at-17-5-million-indians-largest-migrant-community-in-world-4376691.htm"
)
LARGEST_GROUPS_2020 = (
    "Fleck, A., The Countries That Attract the Most Migrants, Statista (UN DESA 2020), as reprinted by Pakistan & Gulf "
    "Economist, 11 September 2023, https://www.pakistangulfeconomist.com/2023/09/11/"
    "the-countries-that-attract-the-most-migrants/"
)
YOUNG_MIGRANTS_2020 = (
    "IOM GMDAC, Migration Data Portal, Child and young migrants (UN DESA 2020), read in a copy of the text, "
    "http://keronsafari.blogg.se/2022/september/data-guardian-processing-january.html"
)

# Displaced persons
TRENDS_2021 = "UNHCR, Global Trends 2021, page 2, https://www.scribd.com/document/638137051"
STATELESS_2021 = (
    "UNHCR, Global Trends 2021, as reported by Forced Migration Current Awareness, June 2022, "
    "https://fm-cab.blogspot.com/2022/06/news-2021-global-trends-report-published.html"
)
TRENDS_2022 = "UNHCR, Global Trends 2022, page 2, https://www.scribd.com/document/653184829"
AMERICAS_2022 = (
    "UNHCR, Global Trends 2022, as reported by Reuters, 13 June 2023, "
    "https://wtvbam.com/2023/06/13/venezuelan-asylum-seekers-tripled-in-2022-un-agency/"
)
TOTALS_2023 = "UNHCR, Refugee Data Finder, totals of 2023, https://www.unhcr.org/refugee-statistics/download"
HOSTS_2023 = (
    "UNHCR, Global Trends 2023, as reported by Cinformi, 13 June 2024, "
    "https://www.cinformi.it/Comunicazione/Notizie/120-milioni-di-persone-in-fuga-nel-mondo-nuovo-record/"
)
TRENDS_2024 = (
    "UNHCR, Global Trends 2024, as reported by Mediendienst Integration, https://mediendienst-integration.de/"
    "fluechtlinge/fluechtlinge-in-deutschland/wie-viele-fluechtlinge-gibt-es-weltweit"
)

# Remittances
RECEIVED_TO_2022 = (
    "IOM, World Migration Report 2024, as reported by NDTV, "
    "https://www.ndtv.com/india-news/india-got-over-111-billion-in-remittances-in-2022-a-world-record-united-nations-5614552"
)
RECEIVED_2020 = (
    "IOM, World Migration Report 2022, as reported by Great Indian Mutiny, "
    "https://www.mutiny.in/india-china-and-mexico-are-the-three-largest-remittances-worldwide/"
)
EGYPT_2022 = (
    "World Bank, Migration and Development Brief, June 2023, as reported by Ahram Online, 19 June 2023, "
    "https://english.ahram.org.eg/NewsContent/3/12/503321/"
)
PAID_TO_2015 = (
    "IOM, World Migration Report 2024, as reported by Voz, "
    "https://voz.us/the-united-states-continues-to-be-the-leading-country-in-sending-remittances-abroad/?lang=en"
)
PAID_2020 = (
    "IOM, World Migration Report 2022, as reported by Deccan Herald, 15 September 2023, "
    "https://www.deccanherald.com/world/infographic-india-tops-international-remittances-list-with-83-billion-2687626"
)
CHINA_2020 = (
    "World Bank, Migration and Development Brief, as reported by Arab News Express, "
    "https://arabnewsexpress.com/wb-egypt-fifth-among-worlds-most-remittance-recipient-countries-in-2020/"
)

# Prices and unemployment
PRICES_2022 = (
    "INEGI, INPC of December 2022, as reported by El Heraldo de Chihuahua, "
    "https://elheraldodechihuahua.com.mx/finanzas/"
    "indice-de-precios-al-consumidor-registro-variacion-mensual-del-0.35-9445327.html"
)
PRICES_2024 = (
    "INEGI, INPC of December 2024, 9 January 2025, as reported by Zeta, "
    "https://zetatijuana.com/2025/01/inflacion-cierra-2024-con-un-nivel-de-4-21"
)
UNEMPLOYMENT_USA_2010_2020 = (
    "US Bureau of Labor Statistics, Current Population Survey, yearly averages, as reported by Ballotpedia News, "
    "12 January 2021, https://news.ballotpedia.org/2021/01/12/"
    "u-s-bureau-of-labor-statistics-releases-december-2020-unemployment-data/"
)
UNEMPLOYMENT_USA_2021 = (
    "US Bureau of Labor Statistics, Regional and State Unemployment, 2021 Annual Averages, USDL-22-0342, "
    "https://www.bls.gov/news.release/archives/srgune_03022022.htm"
)
UNEMPLOYMENT_ESP = (
    "INE España, Encuesta de Población Activa, average of the four quarters, as reported by Merca2, 26 February 2021, "
    "https://www.merca2.es/2021/02/26/tasa-paro-2020-587385/"
)
UNEMPLOYMENT_CAN = (
    "Statistics Canada, Canada at a Glance 2022, chart 26, "
    "https://www150.statcan.gc.ca/n1/pub/12-581-x/2022001/sec15-eng.htm"
)

# Occupations and treaties
ISCO_LEVELS = (
    "ILO, ISCO-08, as counted in the documentation of the R package occupationMeasurement, isco_08_en, "
    "https://rdrr.io/cran/occupationMeasurement/man/isco_08_en.html"
)
ESCO_OCCUPATIONS = (
    "European Commission, ESCO, questions and answers on v1.0, https://esco.ec.europa.eu/ar/about-esco/faq"
)
AGREEMENTS = (
    "Chilton & Woda (2022), The Expanding Universe of Bilateral Labor Agreements, abstract, "
    "https://econbiz.de/Record/the-expanding-universe-of-bilateral-labor-agreements-chilton-adam/10014079861"
)
CONVENTION = (
    "United Nations Treaty Collection, IV-13, "
    "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/iv-13.en.xml"
)
CONVENTION_UNESCO = (
    "United Nations Treaty Collection, IV-13, as copied by UNESCO, https://webarchive.unesco.org/web/20151230013307/"
    "http:/portal.unesco.org/shs/en/ev.php-URL_ID=3693&URL_DO=DO_TOPIC&URL_SECTION=201.html"
)
