"""The services that give newer editions, each with only its quirks.

Their forms were written from documentation (CONTRIBUTING, "A newer edition"); none was tried live.
"""

from datasets.recipes.refresh.service import Service
from datasets.recipes.refresh.services import ilostat, unhcr, world_bank

SERVICES: tuple[Service, ...] = (world_bank.SERVICE, ilostat.SERVICE, unhcr.SERVICE)
