"""What gunicorn loads: `app`, with the settings of the environment and the model that they name."""

import logging.config
import os
import sys

from quoteservice.assembly import CannotStart, build_service, warm_up
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.web.app import create_app
from quoteservice.web.logs import logging_config

settings = Settings.from_environment(os.environ)
logging.config.dictConfig(logging_config(settings.log_level))
try:
    service = build_service(settings)
    warm_up(service)
    app = create_app(settings, service)
except (CannotStart, SettingInvalid) as error:
    sys.exit(str(error))
