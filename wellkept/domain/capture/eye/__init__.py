"""The process that looks at a picture: opened, straightened, its lines and codes read. It knows no network and no Django,
and is started by ``seeing`` with limits of memory and time: what pictures hold is never opened anywhere else."""
